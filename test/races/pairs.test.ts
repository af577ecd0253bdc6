import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '#platform/http/problem.ts'
import type { System } from '../../src/system.ts'
import { findBroken } from '../../src/verify.ts'
import { freshDatabase } from '../support/databases.ts'
import { firmIn, type TestFirm } from '../support/firm-in.ts'
import { databaseUrl, systemOn } from '../support/system.ts'
import { inOrder } from './gate.ts'
import { lookAt, OPERATIONS, type Scene, setScene } from './operations.ts'

const names = Object.keys(OPERATIONS)
const pairs = names.flatMap((first) => names.map((second) => [first, second] as const))

let firm: TestFirm
/** A database of its own, in which everything is verified at the end. */
let database: string
let system: System
beforeAll(async () => {
  database = await freshDatabase(databaseUrl())
  system = await systemOn(database, () => new Date())
  firm = await firmIn(system)
})
afterAll(async () => {
  expect(await findBroken(system.maintenance)).toEqual([])
  await system.close()
})

describe('two people at one job, on real connections, one just before the other', () => {
  it.each(pairs)(
    '%s, then %s: whoever was told that it is done finds it done, the other how it stands',
    async (a, b) => {
      const scene = await setScene(firm, `${a}, ${b}`)
      const [one, other] = [OPERATIONS[a]!, OPERATIONS[b]!]
      const answers = await inOrder(
        database,
        { jobId: scene.jobId, pipelineId: scene.pipeline.id },
        () => one.run(scene),
        () => other.run(scene),
      )
      const after = await lookAt(scene)
      const told = answers.map(({ status }) => status)
      expect(told.filter((status) => status < 300)).not.toEqual([])
      for (const [at, answer] of answers.entries()) {
        expect([200, 201, 409]).toContain(answer.status)
        if (answer.status === 409) expectCurrent(answer.problem, scene)
        else expect([told, [one, other][at]!.holds(after, scene)]).toEqual([told, true])
      }
      expect(after.visits.filter((visit) => visit.how === 'automove').length).toBeLessThanOrEqual(1)
    },
  )
})

/** The loser of a stale edit learns how it stands now. */
function expectCurrent({ code, detail }: Problem, scene: Scene): void {
  if (code !== 'stale') return
  const { id, revision } = detail['current'] as { id: string; revision: number }
  const seen = { [scene.jobId]: scene.jobRevision, [scene.pipeline.id]: scene.draftRevision }
  expect(revision).toBeGreaterThan(seen[id]!)
}

import { describe, expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../support/firm.ts'
import { addJobs, asks, newAccount, newOrganizerTemplate, newTaskTemplate, publish } from '../support/pipeline.ts'
import { finish, holding, jobOf } from '../support/work.ts'

const STAGES = 30

describe('a long chain of stages that move by themselves', () => {
  it('D-5, AM-9: nothing to wait for in any of thirty: one pass to the end, every hop told with the one before as its cause', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(
      firm,
      'Chain',
      Array.from({ length: STAGES }, (_, n) => ({
        name: `Step ${n + 1}`,
        automove: true,
        whenEmpty: 'advance' as const,
      })),
    )
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    expect((await jobOf(firm.owner, id!)).stageName).toBe('Step 30')
    expect(await chainOf(firm, id!)).toEqual(['Step 1', ...hops(2, STAGES)])
  })

  it('AM-36: the last item of the first stage is finished and no later one waits for anything: one pass, each hop explained', async () => {
    const firm = await freshFirm()
    const task = asks.task(await newTaskTemplate(firm, 'Check'))
    const organizer = asks.organizer(await newOrganizerTemplate(firm, 'Questions'))
    const pipeline = await publish(
      firm,
      'Chain',
      Array.from({ length: STAGES }, (_, n) => {
        const automations = n === 0 ? [task] : n === STAGES - 1 ? [organizer] : []
        return { name: `Step ${n + 1}`, automove: true, whenEmpty: 'advance' as const, automations }
      }),
    )
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    expect((await jobOf(firm.owner, id!)).stageName).toBe('Step 1')
    const [taskId] = await holding(firm.owner, id!, 'task')
    await finish(firm.owner, taskId!)
    const job = await jobOf(firm.owner, id!)
    expect([job.stageName, job.revision]).toEqual(['Step 30', 2])
    expect(await chainOf(firm, id!)).toEqual(['Step 1', ...hops(2, STAGES)])
    expect(job.items.map((item) => [item.kind, item.holds])).toContainEqual(['organizer', true])
  })
})

const hops = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `Step ${from + n}`)

/** The stages in the order in which events of entering them cause each other, from the last back to the first. */
async function chainOf(firm: TestFirm, id: JobId): Promise<string[]> {
  const events = await firm.run((tx) =>
    tx.db
      .selectFrom('events')
      .select(['id', 'cause_id', 'payload'])
      .where('firm_id', '=', tx.firmId)
      .where('job_id', '=', id)
      .where('type', 'in', ['job.created', 'job.moved'])
      .execute(),
  )
  const known = new Map(events.map((event) => [event.id, event]))
  const chain: string[] = []
  const last = events.find((event) => event.payload['stage'] === `Step ${STAGES}`)
  for (let event = last; event; event = known.get(event.cause_id ?? '')) chain.unshift(String(event.payload['stage']))
  return chain[0] === 'Step 1' ? chain : ['Step 1', ...chain]
}

import { expect, it } from 'vitest'
import type { TaskId } from '#kernel/ids.ts'
import { freshFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, newAccount, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { statementsOf } from '../../../test/support/statements.ts'
import { holding } from '../../../test/support/work.ts'
import { setTaskStatus } from './commands.ts'

/** What an act may ask of the database: the more it asks, the fewer a firm's people can do at once in season. */
const MOST = { heldBack: 11, lastOne: 24 }

it('AM-5, AM-9: finishing a task asks little where others still hold its job, and not much more where it moves it', async () => {
  const firm = await freshFirm()
  const template = await newTaskTemplate(firm, 'Check')
  const automations = [asks.task(template), asks.task(template), asks.task(template)]
  const pipeline = await publish(firm, 'Returns', [
    { name: 'Start', automove: true, automations },
    { name: 'Next', automove: true, automations: [asks.task(template)] },
    { name: 'End' },
  ])
  const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
  const tasks = (await holding(firm.owner, id!, 'task')) as TaskId[]
  const counts: number[] = []
  for (const task of tasks) counts.push(await statementsOf(firm, (tx) => setTaskStatus(tx, task, 'completed')))
  const [first, second, last] = counts
  expect(second).toBe(first)
  expect(first).toBeLessThanOrEqual(MOST.heldBack)
  expect(last).toBeLessThanOrEqual(MOST.lastOne)
})

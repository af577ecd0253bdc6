import { NO_CHOICES } from '#engine/core/model.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { type AccountId, newId, type PipelineId, type StageId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import { firmsToday } from '../firms/index.ts'
import { contentToStartWith, makeJobs, type NewJob } from '../jobs/index.ts'
import { pipelineById, tryAsNewest } from '../pipelines/index.ts'
import type { trialsContract } from './contract.ts'
import { readTrial } from './read-trial.ts'
import type { Trial } from './schemas.ts'

type Asked = BodyOf<typeof trialsContract.dryRun>

/**
 * Makes a job for each client by the very code that makes real ones, reads what became of them, and undoes it all: what
 * it says is what would happen (B-1). A draft with problems is not run; they are the answer.
 */
export async function dryRun(tx: Tx, id: PipelineId, { of, stageId, accountIds, name }: Asked): Promise<Trial> {
  const pipeline = await pipelineById(tx, id)
  const ids = [...new Set(accountIds)]
  await requireVisibleAccounts(tx, ids)
  if (of === 'published' && pipeline.version === null) throw new Refusal('not_published')
  if (of === 'draft' && pipeline.problems.length > 0) return { problems: pipeline.problems, accounts: [] }
  const definition = of === 'draft' ? pipeline.draft : pipeline.published!
  const entered = stageId ?? definition.stages[0]!.id
  if (!definition.stages.some((stage) => stage.id === entered)) throw invalid('stageId', 'unknown_stage')
  const jobs = await jobsFor(tx, id, ids)
  const begun = await contentToStartWith(tx, id, undefined)
  const content = { ...begun, title: name ?? (begun.title || pipeline.name) }
  return undone(tx, async () => {
    if (of === 'draft') await tryAsNewest(tx, pipeline)
    return readTrial(tx, id, jobs, await makeJobs(tx, content, jobs, entering(tx, id, entered)))
  })
}

async function jobsFor(tx: Tx, pipelineId: PipelineId, accountIds: readonly AccountId[]): Promise<NewJob[]> {
  const madeOn = await firmsToday(tx)
  const { actor } = tx
  const createdBy = { kind: actor.kind, id: actor.kind === 'member' ? actor.memberId : null, name: actor.name }
  return accountIds.map((accountId) => {
    return { id: newId<'job'>(tx.now.getTime()), accountId, pipelineId, createdBy, madeOn }
  })
}

function entering({ actor }: Tx, pipelineId: PipelineId, stageId: StageId): Parameters<typeof makeJobs>[3] {
  const memberId = actor.kind === 'member' ? actor.memberId : null
  const place = { pipelineId, stageId, status: 'leave' } as const
  return { ...NO_CHOICES, kind: 'enter', how: 'created', ...place, memberId, causeId: null }
}

/** Does it, keeps what it answers, and leaves no trace. */
async function undone<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  try {
    await tx.attempt(async () => {
      throw new Undone(await work())
    })
  } catch (error) {
    if (error instanceof Undone) return error.result as Result
    throw error
  }
  throw new Error('what was tried was not undone')
}

class Undone extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('tried, and undone')
    this.result = result
  }
}

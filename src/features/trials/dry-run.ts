import { NO_CHOICES, NO_CLIENT_STATUS } from '#engine/core/model.ts'
import { addJobs, type Refused } from '#engine/shell/advance-jobs.ts'
import { enginePorts, type JobToAdd } from '#engine/shell/ports.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { newId, type PipelineId, type StageId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderNames, requireVisibleAccounts } from '../accounts/index.ts'
import { pipelineById, tryAsNewest } from '../pipelines/index.ts'
import type { trialsContract } from './contract.ts'
import { readTrial } from './read-trial.ts'
import type { Trial } from './schemas.ts'

type Asked = BodyOf<typeof trialsContract.dryRun>

/**
 * Adds a job for each client by the very code that adds real ones, reads what became of them, and undoes it all: what
 * it says is what would happen (B-1). A draft with problems is not run; they are the answer.
 */
export async function dryRun(tx: Tx, id: PipelineId, { of, stageId, accountIds, name }: Asked): Promise<Trial> {
  const pipeline = await pipelineById(tx, id)
  if (of === 'published' && pipeline.version === null) throw new Refusal('not_published')
  if (of === 'draft' && pipeline.problems.length > 0) return { problems: pipeline.problems, accounts: [] }
  const definition = of === 'draft' ? pipeline.draft : pipeline.published!
  const entered = stageId ?? definition.stages[0]!.id
  if (!definition.stages.some((stage) => stage.id === entered)) throw invalid('stageId', 'unknown_stage')
  const ids = [...new Set(accountIds)]
  await requireVisibleAccounts(tx, ids)
  const jobs = await jobsFor(tx, id, ids, name ?? pipeline.name)
  return undone(tx, async () => {
    await enginePorts().accounts.lock(tx, ids)
    if (of === 'draft') await tryAsNewest(tx, pipeline)
    return readTrial(tx, id, jobs, await enter(tx, jobs, id, entered))
  })
}

async function jobsFor(tx: Tx, pipelineId: PipelineId, accountIds: JobToAdd['accountId'][], text: string) {
  const names = await renderNames(
    tx,
    accountIds.map((accountId) => ({ accountId, text })),
  )
  return accountIds.map(
    (accountId, index): JobToAdd => ({
      id: newId<'job'>(tx.now.getTime()),
      accountId,
      pipelineId,
      name: names[index]!.text.slice(0, 255),
      priority: 'medium',
      startOn: null,
      dueOn: null,
      assigneeIds: [],
      clientStatus: NO_CLIENT_STATUS,
    }),
  )
}

function enter(tx: Tx, jobs: readonly JobToAdd[], pipelineId: PipelineId, stageId: StageId): Promise<Refused> {
  const memberId = tx.actor.kind === 'member' ? tx.actor.memberId : null
  const place = { pipelineId, stageId, status: 'leave' } as const
  return addJobs(tx, jobs, { ...NO_CHOICES, kind: 'enter', how: 'created', ...place, memberId, causeId: null })
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

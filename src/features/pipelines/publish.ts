import { sql } from 'kysely'
import { lockItemAndItsJobs } from '#engine/shell/lock-jobs.ts'
import type { JobId, PipelineId, StageId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pipelineAt } from './commands.ts'
import { goneFailures, passOver } from './gone-failures.ts'
import { insertVersion } from './insert-version.ts'
import { definitionOf, type PipelineDefinition } from './model.ts'
import { pipelineById, stageJobs } from './queries.ts'
import { activateJobs, rehomeJobs } from './rehome-jobs.ts'
import { advanceReady, jobsToRetime, retimeJobs } from './running-jobs.ts'
import type { PipelineView } from './schemas.ts'

/** Where the jobs of each stage that disappears go. */
export type Moves = Partial<Record<StageId, StageId>>

/**
 * Makes the draft the newest version (D-3). Refused with its problems; with `in_use` and the counts while jobs stand in
 * a stage that disappears and nobody said where they go (P-11); with `conflict` where there is nothing to publish.
 * Jobs that automove would have moved go on right after (P-16).
 */
export async function publishPipeline(tx: Tx, id: PipelineId, moves: Moves, revision: number): Promise<PipelineView> {
  await pipelineById(tx, id)
  await lockItemAndItsJobs(tx, {
    jobs: () => jobsConcerned(tx, id),
    lock: () => keepOthersOut(tx, id),
  })
  const { name, version: before, published: said, draft, draftChanged, problems } = await pipelineAt(tx, id, revision)
  if (problems.length > 0) throw new Refusal('invalid', problems)
  if (!draftChanged) throw new Refusal('conflict')
  const definition = definitionOf(draft)
  const jobs = await jobsLeftBehind(tx, id)
  const stranded = await jobsInGoneStatuses(tx, id)
  const retimed = await jobsToRetime(tx, id)
  const gone = await goneFailures(tx, id)
  requireTargets(moves, definition)
  await requireHomes(tx, id, jobs, moves)
  const version = (before ?? 0) + 1
  await insertVersion(tx, id, version, definition)
  const payload = { name, version, moved: jobs.length }
  const causeId = tx.record({ type: 'pipeline.published', subject: { kind: 'pipeline', id }, payload })
  await advanceReady(tx, id, { before: said, after: definition }, causeId)
  await retimeJobs(tx, retimed, definition)
  const homes = new Map(jobs.map((job) => [job.id, moves[job.stageId]!]))
  const published = { pipelineId: id, version, name, ...definition }
  await activateJobs(tx, stranded, published, causeId)
  await rehomeJobs(tx, homes, published, causeId)
  await passOver(tx, gone, causeId)
  return pipelineById(tx, id)
}

/** Jobs that the new version puts elsewhere, frees of a failure, or for which time runs differently: locked before the pipeline is. */
async function jobsConcerned(tx: Tx, id: PipelineId): Promise<JobId[]> {
  const leaving = (await jobsLeftBehind(tx, id)).map((job) => job.id)
  const failed = (await goneFailures(tx, id)).map((failure) => failure.jobId)
  return [...leaving, ...(await jobsInGoneStatuses(tx, id)), ...(await jobsToRetime(tx, id)), ...failed]
}

type Standing = { id: JobId; stageId: StageId }

/** Jobs, archived ones too but not deleted ones, in stages that the draft no longer has. */
async function jobsLeftBehind(tx: Tx, id: PipelineId): Promise<Standing[]> {
  const { rows } = await sql<Standing>`
    select id, stage_id as "stageId" from jobs
    where firm_id = ${tx.firmId} and pipeline_id = ${id} and deleted_at is null and stage_id not in (
      select (stage ->> 'id')::uuid from pipelines p cross join jsonb_array_elements(p.draft -> 'stages') stage
      where p.firm_id = ${tx.firmId} and p.id = ${id})
    order by id`.execute(tx.db)
  return rows
}

/** Jobs, put aside or not, in custom statuses that the draft no longer has: they become Active (J-45). */
async function jobsInGoneStatuses(tx: Tx, id: PipelineId): Promise<JobId[]> {
  const { rows } = await sql<{ id: JobId }>`
    select id from jobs
    where firm_id = ${tx.firmId} and pipeline_id = ${id} and deleted_at is null and status_id not in (
      select (status ->> 'id')::uuid from pipelines p cross join jsonb_array_elements(p.draft -> 'statuses') status
      where p.firm_id = ${tx.firmId} and p.id = ${id})
    order by id`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** Waits for moves under way in this pipeline, and lets no other begin (see `heldVersions`). */
async function keepOthersOut(tx: Tx, id: PipelineId): Promise<void> {
  await sql`select from pipelines where firm_id = ${tx.firmId} and id = ${id} for update`.execute(tx.db)
}

function requireTargets(moves: Moves, { stages }: PipelineDefinition): void {
  const there = new Set(stages.map((stage) => stage.id))
  for (const [from, to] of Object.entries(moves)) {
    if (!to || !there.has(to)) throw invalid(`moves.${from}`, 'unknown_stage')
  }
}

/** Every job that loses its stage is given another (P-11). */
async function requireHomes(tx: Tx, id: PipelineId, jobs: readonly Standing[], moves: Moves): Promise<void> {
  const homeless = new Set(jobs.filter((job) => !moves[job.stageId]).map((job) => job.stageId))
  if (homeless.size === 0) return
  const stages = (await stageJobs(tx, id)).filter((stage) => homeless.has(stage.stageId))
  throw new Refusal('in_use', [], { stages })
}

import type { JobId, TaskId } from '#kernel/ids.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { jobFieldsContract } from '../../src/features/jobs/contract-fields.ts'
import type { Job } from '../../src/features/jobs/schemas.ts'
import { pipelinesContract } from '../../src/features/pipelines/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { Answered, TestFirm } from '../support/firm-in.ts'
import { addJobs, asks, newAccount, newTaskTemplate, publish, type TestPipeline } from '../support/pipeline.ts'
import { finish, holding, jobOf } from '../support/work.ts'

/** A job whose stage waits for two tasks, of which one is done, and a draft of its pipeline that may be published. */
export type Scene = {
  firm: TestFirm
  pipeline: TestPipeline
  jobId: JobId
  done: TaskId
  open: TaskId
  /** as everybody saw them before they began */
  jobRevision: number
  draftRevision: number
}

/** How it all stands afterwards. */
export type After = {
  job: Job
  done: string
  open: string
  version: number
  visits: { stageId: string; how: string }[]
}

type Operation = {
  run(scene: Scene): Promise<Answered<never>>
  /** what must be true afterwards if it was answered with success, whatever else happened */
  holds(after: After, scene: Scene): boolean
}

const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` })
const moves = ({ visits }: After, how: string) => visits.filter((visit) => visit.how === how).length

export const OPERATIONS: Record<string, Operation> = {
  'move by hand': {
    run: ({ firm, pipeline, jobId, jobRevision }) =>
      firm.owner.send(jobsContract.moveJob, {
        params: { id: jobId },
        headers: ifMatch(jobRevision),
        body: { stageId: pipeline.named('Far').id },
      }) as Promise<Answered<never>>,
    holds: (after) => moves(after, 'moved_by_hand') >= 1,
  },
  automove: {
    run: ({ firm, open }) => setStatus(firm, open, 'completed'),
    holds: (after) => after.open === 'completed',
  },
  archive: {
    run: ({ firm, jobId }) =>
      firm.owner.send(jobsContract.archiveJob, { params: { id: jobId } }) as Promise<Answered<never>>,
    holds: (after) => after.job.lifecycle === 'archived',
  },
  reopen: {
    run: ({ firm, done }) => setStatus(firm, done, 'planned'),
    holds: (after) => after.done === 'planned',
  },
  edit: {
    run: ({ firm, jobId, jobRevision }) =>
      firm.owner.send(jobFieldsContract.changeJob, {
        params: { id: jobId },
        headers: ifMatch(jobRevision),
        body: { name: 'Edited' },
      }) as Promise<Answered<never>>,
    holds: (after) => after.job.name === 'Edited',
  },
  publish: {
    run: ({ firm, pipeline, draftRevision }) =>
      firm.owner.send(pipelinesContract.publishPipeline, {
        params: { id: pipeline.id },
        headers: ifMatch(draftRevision),
        body: {},
      }) as Promise<Answered<never>>,
    holds: (after) => after.version >= 2,
  },
  'delete stage': {
    run: deleteStage,
    holds: (after, { pipeline }) => after.version >= 2 && after.job.stageId !== pipeline.named('Start').id,
  },
}

async function setStatus(firm: TestFirm, id: TaskId, status: string): Promise<Answered<never>> {
  const answered = await firm.owner.send(tasksContract.setTaskStatus, { params: { id }, body: { status } })
  return answered as Answered<never>
}

/** Takes the job's stage out of the draft and publishes it; the jobs go to the next stage. */
async function deleteStage({ firm, pipeline, draftRevision }: Scene): Promise<Answered<never>> {
  const params = { id: pipeline.id }
  const stages = pipeline.stages.slice(1)
  const saved = await firm.owner.send(pipelinesContract.saveDraft, {
    params,
    headers: ifMatch(draftRevision),
    body: { stages, statuses: [] },
  })
  if (saved.status !== 200) return saved as Answered<never>
  const published = await firm.owner.send(pipelinesContract.publishPipeline, {
    params,
    headers: ifMatch(saved.body.revision),
    body: { moves: { [pipeline.stages[0]!.id]: stages[0]!.id } },
  })
  return published as Answered<never>
}

export async function setScene(firm: TestFirm, name: string): Promise<Scene> {
  const template = await newTaskTemplate(firm, `Check ${name}`)
  const pipeline = await publish(firm, name, [
    { name: 'Start', automove: true, automations: [asks.task(template), asks.task(template)] },
    { name: 'Next' },
    { name: 'Far' },
  ])
  const [jobId] = await addJobs(firm, pipeline, [await newAccount(firm, name)])
  const [done, open] = (await holding(firm.owner, jobId!, 'task')) as TaskId[]
  await finish(firm.owner, done!)
  const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
  const draft = await firm.owner.call(pipelinesContract.saveDraft, {
    params: { id: pipeline.id },
    headers: ifMatch(revision),
    body: { stages: pipeline.stages.map((stage) => ({ ...stage, name: `${stage.name} 2` })), statuses: [] },
  })
  const jobRevision = (await jobOf(firm.owner, jobId!)).revision
  return { firm, pipeline, jobId: jobId!, done: done!, open: open!, jobRevision, draftRevision: draft.revision }
}

export async function lookAt({ firm, pipeline, jobId, done, open }: Scene): Promise<After> {
  const taskOf = async (id: TaskId) => (await firm.owner.call(tasksContract.getTask, { params: { id } })).status
  const visits = await firm.run((tx) =>
    tx.db
      .selectFrom('visits')
      .select(['stage_id as stageId', 'how'])
      .where('firm_id', '=', tx.firmId)
      .where('job_id', '=', jobId)
      .orderBy('ordinal')
      .execute(),
  )
  const { version } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
  const job = await jobOf(firm.owner, jobId)
  return { job, done: await taskOf(done), open: await taskOf(open), version: version ?? 0, visits }
}

import type { Automation, JobStatus } from '#engine/core/pipeline.ts'
import { newId, type PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { listStatuses } from '../features/client-statuses/queries.ts'
import { saveDraft } from '../features/pipelines/commands.ts'
import { pipelineById } from '../features/pipelines/index.ts'
import { publishPipeline } from '../features/pipelines/publish.ts'

/** Makes an installed pipeline the firm's own: it tells clients how far their work is, and its jobs can wait. */
export async function tellClients(tx: Tx, id: PipelineId, waits: readonly string[]): Promise<void> {
  const told = new Map((await listStatuses(tx)).map((status) => [status.name, status.id]))
  const installed = await pipelineById(tx, id)
  const stages = installed.draft.stages.map((stage, at, all) => {
    const says = told.get(SAYS[at] ?? SAYS[at - all.length] ?? '')
    return says ? { ...stage, automations: [...stage.automations, tells(says)] } : stage
  })
  const statuses = waits.map((name, at): JobStatus => {
    const color = at === 0 ? 'orange' : 'violet'
    return { id: newId<'job_status'>(), name, color, automove: false, automations: [] }
  })
  const { revision } = await saveDraft(tx, id, { stages, statuses }, installed.revision)
  await publishPipeline(tx, id, {}, revision)
}

/** By place, the last ones counted from the end. */
const SAYS: Partial<Record<number, string>> = {
  0: 'Planned',
  1: 'In progress',
  [-4]: 'In progress',
  [-3]: 'In review',
  [-2]: 'In review',
  [-1]: 'Done',
}

type Tells = Extract<Automation, { kind: 'update_client_status' }>

function tells(statusId: Tells['statusId']): Tells {
  const id = newId<'automation'>()
  const says = { visible: true, statusId, description: null, notify: false }
  return { id, condition: null, repeat: 'every_visit', kind: 'update_client_status', ...says }
}

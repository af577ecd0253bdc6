import { sql } from 'kysely'
import { addJobs, type Refused } from '#engine/shell/advance-jobs.ts'
import type { JobToAdd } from '#engine/shell/ports.ts'
import { datesOf } from '#kernel/count-planned-dates.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import { derivedId, type JobId, type MemberId, type RoleId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderNamesOn } from '../accounts/index.ts'
import { roleHolders } from '../roles/index.ts'
import { type JobContent, MOST } from './model.ts'

/** A job about to be made, for whom, and the day its dates and codes are counted from. */
export type NewJob = Pick<JobToAdd, 'id' | 'accountId' | 'pipelineId' | 'createdBy'> & { madeOn: CalendarDate }

/**
 * Makes jobs of a content and puts each into the stage that the trigger names: codes rendered once (SHC-4), dates
 * counted (JD-4), roles resolved to who holds them now (JOB-6). What the content says of the client comes first, the
 * stage's automations after it (JD-3, CFS-10).
 */
export async function makeJobs(
  tx: Tx,
  content: JobContent,
  jobs: readonly NewJob[],
  trigger: Parameters<typeof addJobs>[2],
): Promise<Refused> {
  const { client, comments } = content
  const wording = [content.title, content.description, client.name, client.description, ...comments]
  const texts = jobs.flatMap(({ accountId, madeOn: on }) => wording.map((text) => ({ accountId, on, text })))
  const rendered = (await renderNamesOn(tx, texts)).values()
  const accountIds = [...new Set(jobs.map((job) => job.accountId))]
  const holders = await roleHolders(tx, accountIds, content.roleIds)
  const said = new Map<JobId, string[]>()
  const toAdd = jobs.map(({ madeOn, ...job }): JobToAdd => {
    const [title, description, clientName, clientText, ...told] = wording.map(() => rendered.next().value!.text)
    said.set(job.id, told)
    return {
      ...job,
      name: title!.slice(0, MOST.name),
      description: description!.slice(0, MOST.text),
      priority: content.priority,
      ...datesOf(content.dates, madeOn),
      assigneeIds: [...new Set([...content.assigneeIds, ...heldBy(holders.get(job.accountId))])],
      timeBudget: content.timeBudget,
      clientStatus: {
        visible: client.visible,
        statusId: client.statusId,
        description: clientText!.slice(0, MOST.text),
      },
      clientName: clientName!.slice(0, MOST.name),
    }
  })
  const refused = await addJobs(tx, toAdd, trigger)
  for (const id of refused.keys()) said.delete(id)
  await addComments(tx, said)
  return refused
}

/** Everybody who holds one of the roles for an account. */
function heldBy(holders: ReadonlyMap<RoleId, readonly MemberId[]> | undefined): MemberId[] {
  return [...(holders?.values() ?? [])].flat()
}

/** The comments that a template carries; nobody wrote them on this very job (JD-1). */
async function addComments(tx: Tx, byJob: ReadonlyMap<JobId, readonly string[]>): Promise<void> {
  const rows = [...byJob].flatMap(([jobId, texts]) =>
    texts.map((body, index) => ({ id: derivedId<'comment'>(jobId, 'comment', index), job_id: jobId, body })),
  )
  if (rows.length === 0) return
  await sql`
    insert into job_comments (firm_id, id, job_id, body, created_at)
    select ${tx.firmId}, id, job_id, body, ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, job_id uuid, body text)
    on conflict do nothing`.execute(tx.db)
}

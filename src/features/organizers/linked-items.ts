import { sql } from 'kysely'
import type { LinkedItem } from '#engine/core/model.ts'
import type { ItemDescriber, ItemLoader } from '#engine/shell/ports.ts'
import type { JobId, VisitId } from '#kernel/ids.ts'

type State = { status: 'pending' | 'submitted'; sealed: boolean; archived: boolean }
type Row = State & { job_id: JobId; visit_id: VisitId; id: string; name: string }

/** Organizers linked to the jobs' current visits as the engine sees them (ORG-61, AM-13). */
export const linkedOrganizers: ItemLoader = async (tx, jobIds) => {
  const { rows } = await sql<Row>`
    select l.job_id, l.visit_id, o.id, o.name, o.status, o.sealed, o.archived
    from jobs j
      join organizer_links l on l.firm_id = j.firm_id and l.job_id = j.id
        and l.visit_id in (j.visit_id, j.status_visit_id)
      join organizers o on o.firm_id = l.firm_id and o.id = l.organizer_id
    where j.firm_id = ${tx.firmId} and j.id = any(${[...jobIds]}::uuid[])
    order by l.linked_at, o.id`.execute(tx.db)
  const items = new Map<JobId, LinkedItem[]>()
  for (const { job_id: jobId, ...row } of rows) items.set(jobId, [...(items.get(jobId) ?? []), itemOf(row)])
  return items
}

type DetailRow = Omit<Row, 'job_id'> & {
  answered: number
  questions: number
  since: Date
  submitted_at: Date | null
  who: string[] | null
}

/** All organizers linked to a job, of every visit, with the people of the account who are asked. */
export const describeOrganizers: ItemDescriber = async (tx, jobId) => {
  const { rows } = await sql<DetailRow>`
    select l.visit_id, o.id, o.name, o.status, o.sealed, o.archived, o.answered, o.questions, o.sent_at as since,
      o.submitted_at,
      (select array_agg(distinct c.name order by c.name)
       from contact_settings s join contacts c on c.firm_id = s.firm_id and c.id = s.contact_id
       where s.firm_id = o.firm_id and s.account_id = o.account_id and (s.notify or s.login)) as who
    from organizer_links l join organizers o on o.firm_id = l.firm_id and o.id = l.organizer_id
    where l.firm_id = ${tx.firmId} and l.job_id = ${jobId}
    order by l.linked_at, o.id`.execute(tx.db)
  return rows.map((row) => ({
    ...itemOf(row),
    since: row.since,
    doneAt: row.submitted_at,
    who: row.who ?? [],
    progress: { answered: row.answered, total: row.questions },
  }))
}

/** Submitted is done (DONE-2); sealed or archived before that, nobody can submit it any more (ORG-62, AM-21). */
function stateOf({ status, sealed, archived }: State): LinkedItem['state'] {
  if (status === 'submitted') return 'done'
  return sealed || archived ? 'resolved' : 'pending'
}

function itemOf(row: Omit<Row, 'job_id'>): LinkedItem {
  const { id, name, visit_id: visitId } = row
  return { kind: 'organizer', id, name, visitId, state: stateOf(row), actor: 'client' }
}

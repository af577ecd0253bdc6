import { sql } from 'kysely'
import { today } from '#kernel/dates.ts'
import type { JobId, JobStatusId, MemberId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { addComment } from '../features/jobs/comments.ts'
import { loadJob } from '../features/jobs/index.ts'
import { setJobStatus } from '../features/jobs/move-job.ts'
import { type DemoMemberKey, demoFirm } from './names.ts'

/** In how many days jobs are due, one after the other: some are late, most are not. */
const DUE = [19, -4, 9, 31, 3, 42, 14, -1, 24, 6, 55, 12, 38]
const PRIORITIES = ['medium', 'medium', 'high', 'medium', 'low', 'medium', 'urgent', 'medium']

const SAID: ((at: (key: DemoMemberKey) => string) => string)[] = [
  (at) => `${at('tom')} the bank statement of March is missing two pages. Can you ask for them?`,
  (at) => `Called today: they move house in spring. ${at('priya')} please look at the deductions with that in mind.`,
  (at) => `${at('ellen')} this one is bigger than last year. Shall we talk about the fee before we begin?`,
  () => 'Wants to hear from us by phone, not by mail.',
]
/** Every how many jobs one is spoken about, and one waits in a status; few, so that the first start is quick. */
const SPOKEN = 9
const WAITS = 13

/** What a team at work leaves on its jobs: dates, priorities, comments that mention colleagues, a status here and there. */
export async function seedDetails(tx: Tx, members: ReadonlyMap<DemoMemberKey, MemberId>): Promise<void> {
  const mention = (key: DemoMemberKey) => `@{${members.get(key)!}}`
  for (const [at, { id, waits }] of (await plan(tx)).entries()) {
    if (at % SPOKEN === 1) await addComment(tx, id, SAID[Math.floor(at / SPOKEN) % SAID.length]!(mention))
    if (at % WAITS !== 4 || !waits) continue
    const choices = { deselectedAutomationIds: [], shown: [], pending: [], pendingByKind: {} }
    await setJobStatus(tx, id, { statusId: waits, ...choices }, (await loadJob(tx, id)).revision)
  }
}

type Planned = { id: JobId; waits: JobStatusId | null }

/** Gives every job its dates and priority, all at once; tells each with the first status of its pipeline. */
async function plan(tx: Tx): Promise<Planned[]> {
  const { rows } = await sql<Planned & { n: number }>`
    with jobs_in_order as (
      select j.id, v.definition #>> '{statuses,0,id}' as waits, (row_number() over (order by j.name, a.name))::int - 1 as n
      from jobs j
      join pipelines p on p.firm_id = j.firm_id and p.id = j.pipeline_id
      join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
      join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
      where j.firm_id = ${tx.firmId}
    )
    update jobs j set priority = (${PRIORITIES}::text[])[1 + o.n % ${PRIORITIES.length}],
      due_on = ${today(tx.now, demoFirm.timeZone)}::date + (${DUE}::int[])[1 + o.n % ${DUE.length}]
    from jobs_in_order o
    where j.firm_id = ${tx.firmId} and j.id = o.id
    returning j.id, o.waits, o.n`.execute(tx.db)
  return rows.sort((a, b) => a.n - b.n)
}

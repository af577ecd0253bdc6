import { sql } from 'kysely'
import { advanceAfterClientAct } from '#engine/shell/after-client-act.ts'
import { lockItemAndItsJobs } from '#engine/shell/lock-jobs.ts'
import type { ReturnOf } from '#kernel/contract.ts'
import type { EventId, OrganizerId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { queueMails } from '../emails/index.ts'
import { documentsOf, valuesOf } from './answers.ts'
import type { organizersContract } from './contract.ts'
import { type Filling, lockForFilling } from './filling.ts'
import { jobsWaitingFor } from './linked-jobs.ts'
import { missingAnswers, progress } from './rules.ts'

/**
 * Submits an organizer (ORG-43): the team is told, and the jobs that wait for it move on, now or later, without ever
 * undoing the submission (D-15). Submitting again changes nothing; a missing answer refuses it (ORG-12).
 */
export async function submitOrganizer(
  tx: Tx,
  id: OrganizerId,
): Promise<ReturnOf<typeof organizersContract.submitOrganizer>> {
  let filling: Filling | undefined
  const jobIds = await lockItemAndItsJobs(tx, {
    jobs: () => jobsWaitingFor(tx, id),
    lock: async () => {
      filling = await lockForFilling(tx, id)
    },
  })
  const locked = filling!
  const answers = valuesOf(locked.answers)
  const files = documentsOf(locked.files)
  const counted = progress(locked.definition, answers, files)
  if (locked.submittedAt) return { submittedAt: locked.submittedAt.toISOString(), progress: counted }
  const missing = missingAnswers(locked.definition, answers, files)
  if (missing.length > 0)
    throw new Refusal(
      'incomplete',
      missing.map(({ questionId }) => ({ path: questionId, code: 'required' })),
    )
  await markSubmitted(tx, id)
  const { name, accountId } = locked
  const causeId = tx.record({
    type: 'organizer.submitted',
    subject: { kind: 'organizer', id },
    payload: { name },
    accountId,
  })
  await tellTeam(tx, locked, causeId)
  await advanceAfterClientAct(tx, jobIds, causeId)
  return { submittedAt: tx.now.toISOString(), progress: counted }
}

async function markSubmitted(tx: Tx, id: OrganizerId): Promise<void> {
  await tx.db
    .updateTable('organizers')
    .set({ status: 'submitted', submitted_at: tx.now, updated_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}

/** Mails the account's members, or the owner where it has none (ORG-43, XC-16). */
async function tellTeam(tx: Tx, { id, name, accountId }: Filling, causeId: EventId): Promise<void> {
  const { rows } = await sql<{ name: string; email: string; locale: Locale; accountName: string }>`
    with assigned as (
      select m.* from account_members x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
      where x.firm_id = ${tx.firmId} and x.account_id = ${accountId} and m.state = 'active')
    select m.name, m.email, coalesce(m.locale, f.locale) as locale, a.name as "accountName"
    from (select * from assigned
          union all
          select * from team_members where firm_id = ${tx.firmId} and role = 'owner' and not exists (select from assigned)) m
      join firms f on f.firm_id = m.firm_id
      join accounts a on a.firm_id = m.firm_id and a.id = ${accountId}
    order by m.id`.execute(tx.db)
  const link = `${tx.server.publicUrl}/organizers/${id}`
  await queueMails(
    tx,
    rows.map(({ accountName, ...to }) => ({
      kind: 'organizer_submitted' as const,
      to,
      accountId,
      organizerId: id,
      params: { organizerName: name, accountName, link },
      causeId,
    })),
  )
}

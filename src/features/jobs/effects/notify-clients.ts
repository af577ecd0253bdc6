import { sql } from 'kysely'
import type { EffectOf } from '#engine/core/effect.ts'
import type { Carrying } from '#engine/shell/ports.ts'
import { type AccountId, derivedId, type EventId, type JobId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Recipient, recipientsOf } from '../../accounts/index.ts'
import { type NewMail, queueMails } from '../../emails/index.ts'
import { currentFirm } from '../../firms/index.ts'
import { aboutJob } from './enter-stages.ts'

/** A job of which clients see something else now; `causeId`: the fact that says so. */
export type ClientNews = { effect: EffectOf<'update_client_status'>; status: string; causeId: EventId }

/**
 * Mails clients what they see now, where the automation says so (CFS-14): one message to each contact e-mail with
 * Notify on. A mail's id comes from visit, automation and address: doing it twice sends it once (D-2).
 */
export async function notifyClients(tx: Tx, news: readonly ClientNews[], carrying: Carrying): Promise<void> {
  if (news.length === 0) return
  const recipients = await carrying.once('recipients', () => recipientsOf(tx, carrying.accountIds))
  const names = await clientNames(
    tx,
    news.map(({ effect }) => effect.jobId),
  )
  const { slug } = await currentFirm(tx)
  const link = `${tx.server.publicUrl}/portal/${slug}/sign-in`
  const mails = news.flatMap(({ effect, status, causeId }) => {
    const reached = (recipients.get(effect.accountId) ?? []).filter((recipient) => recipient.notify)
    if (reached.length === 0) return []
    const told = reached.map(({ name }) => name)
    tx.record({
      type: 'job.clientNotified',
      by: 'automation',
      ...aboutJob(effect),
      payload: { recipients: told },
      causeId,
    })
    const { jobName, accountName } = names.get(effect.jobId)!
    return reached.map((to): NewMail => {
      const params = { jobName, status, description: effect.description, ...(to.login ? { link } : {}) }
      return mailOf(effect, to, to.hasOtherAccounts ? { ...params, accountName } : params, causeId)
    })
  })
  await queueMails(tx, mails)
}

function mailOf(
  { accountId, jobId, visitId, automationId }: ClientNews['effect'],
  to: Recipient,
  params: NewMail<'work_update'>['params'],
  causeId: EventId,
): NewMail {
  const id = derivedId<'mail'>('work_update', visitId, automationId, to.contactEmailId)
  return { id, kind: 'work_update', to, accountId: accountId as AccountId, jobId, params, causeId }
}

/** What clients call these jobs: their own name for them, else the job's (CFS-13). */
async function clientNames(tx: Tx, ids: readonly JobId[]) {
  const { rows } = await sql<{ id: JobId; jobName: string; accountName: string }>`
    select j.id, coalesce(nullif(j.client_name, ''), j.name) as "jobName", a.name as "accountName"
    from jobs j join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
    where j.firm_id = ${tx.firmId} and j.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

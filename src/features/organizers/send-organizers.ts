import { sql } from 'kysely'
import { recountJobs } from '#engine/shell/advance-jobs.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { BodyOf, ReturnOf } from '#kernel/contract.ts'
import { type AccountId, derivedId, type JobId, newId, type VisitId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { recipientsOf, renderNames, requireVisibleAccounts } from '../accounts/index.ts'
import { newestTemplates } from '../templates/index.ts'
import type { organizersContract } from './contract.ts'
import { createOrganizers, linkOrganizers, type NewOrganizer, questionCount, type Sent } from './create-organizers.ts'
import { visibleAmong } from './linked-jobs.ts'
import { LONGEST_NAME } from './model.ts'
import { nameProblems } from './rules.ts'

type Body = BodyOf<typeof organizersContract.sendOrganizers>
type LinkedJob = { id: JobId; accountId: AccountId; visitId: VisitId }

/**
 * Sends a template to accounts by hand, offline ones too (ORG-30, ORG-33), under a name of its own (XC-1, ORG-35);
 * the jobs given wait for it from now on (ORG-31, AM-18). Refuses archived accounts and jobs.
 */
export async function sendOrganizers(tx: Tx, body: Body): Promise<ReturnOf<typeof organizersContract.sendOrganizers>> {
  const problems = body.name ? nameProblems('name', body.name) : []
  if (problems.length > 0) throw new Refusal('invalid', problems)
  const accountIds = [...new Set(body.accountIds)]
  await requireVisibleAccounts(tx, accountIds)
  const jobs = await lockLinkedJobs(tx, body.jobIds ?? [], accountIds)
  await refuseArchived(tx, body.accountIds)
  const organizers = await organizersFor(tx, body, accountIds)
  const sent = await createOrganizers(tx, organizers, await recipientsOf(tx, accountIds))
  await linkToJobs(tx, organizers, jobs, sent)
  return {
    items: organizers.map(({ id, accountId, name }) => ({ id, accountId, name, mails: sent.get(id)?.mails ?? 0 })),
  }
}

async function organizersFor(
  tx: Tx,
  { templateId, name }: Body,
  accountIds: readonly AccountId[],
): Promise<NewOrganizer[]> {
  const template = (await newestTemplates(tx, [templateId])).get(templateId)
  if (template?.kind !== 'organizer') throw invalid('templateId', 'not_found')
  const text = name || template.content.organizerName || template.name
  const names = await renderNames(
    tx,
    accountIds.map((accountId) => ({ accountId, text })),
  )
  const questions = questionCount(template.content.definition)
  return accountIds.map((accountId, index) => ({
    id: derivedId<'organizer'>('sent_by_hand', newId()), // of the kind that stages derive: clients can't tell
    accountId,
    templateId,
    templateVersion: template.version,
    name: names[index]!.text.slice(0, LONGEST_NAME),
    questions,
    stage: null,
  }))
}

async function refuseArchived(tx: Tx, accountIds: readonly AccountId[]): Promise<void> {
  const rows = await tx.db
    .selectFrom('accounts')
    .select('id')
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...accountIds]}::uuid[])`)
    .where('state', '=', 'archived')
    .execute()
  const archived = new Set(rows.map(({ id }) => id as AccountId))
  const fields = accountIds.flatMap((id, index) =>
    archived.has(id) ? { path: `accountIds.${index}`, code: 'archived' } : [],
  )
  if (fields.length > 0) throw new Refusal('archived', fields)
}

/** Locks the jobs before anything of theirs is written; each must be active, visible, and of one of the accounts. */
async function lockLinkedJobs(
  tx: Tx,
  jobIds: readonly JobId[],
  accountIds: readonly AccountId[],
): Promise<LinkedJob[]> {
  if (jobIds.length === 0) return []
  const locked = new Map((await lockJobs(tx, jobIds)).map((job) => [job.id, job]))
  const visible = new Set(await visibleAmong(tx, jobIds))
  for (const [index, id] of jobIds.entries()) {
    const job = locked.get(id)
    if (!job || !visible.has(id) || !accountIds.includes(job.accountId)) throw invalid(`jobIds.${index}`, 'not_found')
    if (job.lifecycle === 'archived') throw new Refusal('archived', [{ path: `jobIds.${index}`, code: 'archived' }])
  }
  return [...locked.values()]
}

async function linkToJobs(
  tx: Tx,
  organizers: readonly NewOrganizer[],
  jobs: readonly LinkedJob[],
  sent: ReadonlyMap<string, Sent>,
): Promise<void> {
  if (jobs.length === 0) return
  const ofAccount = new Map(organizers.map((organizer) => [organizer.accountId, organizer]))
  const links = jobs.map((job) => ({ job, organizer: ofAccount.get(job.accountId)! }))
  await linkOrganizers(
    tx,
    links.map(({ job, organizer }) => ({ organizerId: organizer.id, jobId: job.id, visitId: job.visitId })),
  )
  for (const { job, organizer } of links) {
    tx.record({
      type: 'organizer.linked',
      subject: { kind: 'organizer', id: organizer.id },
      payload: { name: organizer.name },
      accountId: organizer.accountId,
      jobId: job.id,
      causeId: sent.get(organizer.id)?.eventId ?? null,
    })
  }
  await recountJobs(
    tx,
    jobs.map((job) => job.id),
  )
}

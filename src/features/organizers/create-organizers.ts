import { sql } from 'kysely'
import {
  type AccountId,
  derivedId,
  type EventId,
  type JobId,
  type OrganizerId,
  type TemplateId,
  type VisitId,
} from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Recipient } from '../accounts/index.ts'
import { type NewMail, queueMails } from '../emails/index.ts'
import { insertTodoLinks, type NewTodoLink, todoLinkUrl } from './insert-todo-links.ts'
import type { OrganizerDefinition } from './model.ts'
import { progress } from './rules.ts'

/** An organizer about to be sent; its name is rendered, once and for all (ORG-35). */
export type NewOrganizer = {
  id: OrganizerId
  accountId: AccountId
  templateId: TemplateId
  templateVersion: number
  name: string
  questions: number
  /** the job whose stage sends it, and the event that says so; null where a person sends it */
  stage: { jobId: JobId; visitId: VisitId; causeId: EventId | null } | null
}

/** What sending one came to: the event that says so, and how many people are told. */
export type Sent = { eventId: EventId; mails: number }

/**
 * Sends organizers, whatever their number in the same few statements: the organizers, their links to jobs, a mail with
 * a to-do link of its own for everybody with Notify on, the events. One whose id exists already is left alone.
 */
export async function createOrganizers(
  tx: Tx,
  organizers: readonly NewOrganizer[],
  recipients: ReadonlyMap<AccountId, Recipient[]>,
): Promise<Map<OrganizerId, Sent>> {
  const created = await insertOrganizers(tx, organizers)
  await linkOrganizers(
    tx,
    created.flatMap(({ id, stage }) => (stage ? { organizerId: id, jobId: stage.jobId, visitId: stage.visitId } : [])),
  )
  return tellRecipients(tx, created, recipients)
}

/** Ties organizers to the visits that shall wait for them (ORG-61, AM-13). */
export async function linkOrganizers(
  tx: Tx,
  links: readonly { organizerId: OrganizerId; jobId: JobId; visitId: VisitId }[],
): Promise<void> {
  if (links.length === 0) return
  await sql`
    insert into organizer_links (firm_id, organizer_id, job_id, visit_id, linked_at)
    select ${tx.firmId}::uuid, "organizerId", "jobId", "visitId", ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as row(
      "organizerId" uuid, "jobId" uuid, "visitId" uuid)`.execute(tx.db)
}

/** How many questions an organizer has before anything is answered. */
export function questionCount(definition: OrganizerDefinition): number {
  return progress(definition, new Map(), new Map()).total
}

async function insertOrganizers(tx: Tx, organizers: readonly NewOrganizer[]): Promise<NewOrganizer[]> {
  const { rows } = await sql<{ id: OrganizerId }>`
    insert into organizers (firm_id, id, account_id, template_id, template_version, name, questions, sent_at, updated_at)
    select ${tx.firmId}::uuid, id, "accountId", "templateId", "templateVersion", name, questions,
           ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(organizers)}::jsonb) as row(
      id uuid, "accountId" uuid, "templateId" uuid, "templateVersion" integer, name text, questions integer)
    on conflict do nothing
    returning id`.execute(tx.db)
  const inserted = new Set(rows.map(({ id }) => id))
  return organizers.filter(({ id }) => inserted.has(id))
}

async function tellRecipients(
  tx: Tx,
  organizers: readonly NewOrganizer[],
  recipients: ReadonlyMap<AccountId, Recipient[]>,
): Promise<Map<OrganizerId, Sent>> {
  const accountIds = [...new Set(organizers.map(({ accountId }) => accountId))]
  const accountNames = await namesOf(tx, accountIds)
  const sent = new Map<OrganizerId, Sent>()
  const links: NewTodoLink[] = []
  const mails: NewMail[] = []
  for (const organizer of organizers) {
    const { id, accountId, name, stage } = organizer
    const told = (recipients.get(accountId) ?? []).filter((recipient) => recipient.notify)
    const eventId = tx.record({
      type: 'organizer.sent',
      subject: { kind: 'organizer', id },
      payload: { name, mails: told.length },
      accountId,
      jobId: stage?.jobId ?? null,
      causeId: stage?.causeId ?? null,
      ...(stage ? { by: 'automation' as const } : {}),
    })
    sent.set(id, { eventId, mails: told.length })
    for (const recipient of told) {
      const { contactEmailId } = recipient
      const linkId = derivedId<'todo_link'>('todo_link', id, contactEmailId)
      links.push({ id: linkId, organizerId: id, contactEmailId })
      mails.push(mailFor(tx, organizer, recipient, linkId, accountNames.get(accountId) ?? '', eventId))
    }
  }
  await insertTodoLinks(tx, links)
  await queueMails(tx, mails)
  return sent
}

function mailFor(
  tx: Tx,
  { id, accountId, name, stage }: NewOrganizer,
  { email, name: toName, locale, contactId, contactEmailId, hasOtherAccounts }: Recipient,
  linkId: string,
  accountName: string,
  causeId: EventId,
): NewMail {
  return {
    id: derivedId<'mail'>('organizer_sent', id, contactEmailId),
    kind: 'organizer_sent',
    to: { email, name: toName, locale, contactId, contactEmailId },
    accountId,
    organizerId: id,
    ...(stage ? { jobId: stage.jobId } : {}),
    params: { organizerName: name, link: todoLinkUrl(tx, linkId), ...(hasOtherAccounts ? { accountName } : {}) },
    causeId,
  }
}

async function namesOf(tx: Tx, ids: readonly AccountId[]): Promise<Map<AccountId, string>> {
  const rows = await tx.db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id as AccountId, name]))
}

import type { AccountId, JobId, OrganizerId, TemplateId } from '#kernel/ids.ts'
import type { MailKind } from '../../src/features/emails/model.ts'
import { organizersContract } from '../../src/features/organizers/contract.ts'
import type { AnswerValue, Block, OrganizerDefinition } from '../../src/features/organizers/model.ts'
import type { Caller, TestFirm } from './firm-in.ts'

const asked = { required: true, condition: null }

/** Three questions that must be answered, one that appears with a yes, and one that may be left open. */
export const INTAKE: OrganizerDefinition = {
  sections: [
    {
      id: 'you',
      name: 'About you',
      condition: null,
      blocks: [
        { type: 'text_block', id: 'hello', text: 'Welcome', condition: null },
        { type: 'text', id: 'name', label: 'Your name', ...asked },
        { type: 'number', id: 'ssn', label: 'Social security number', ...asked, required: false },
        { type: 'yes_no', id: 'kids', label: 'Do you have children?', ...asked },
      ],
    },
    {
      id: 'family',
      name: 'Family',
      condition: { kind: 'answer', questionId: 'kids', operator: 'equals', value: true },
      blocks: [{ type: 'text', id: 'child', label: 'Name of the child', ...asked }],
    },
    {
      id: 'papers',
      name: 'Papers',
      condition: null,
      blocks: [{ type: 'file_upload', id: 'slips', label: 'Your wage slips', ...asked }],
    },
  ],
}

/** A definition with one section of these blocks. */
export function sectionOf(...blocks: Block[]): OrganizerDefinition {
  return { sections: [{ id: 'only', name: 'Only', condition: null, blocks }] }
}

export async function newTemplate(
  firm: TestFirm,
  { name = 'Intake', organizerName = '', definition = INTAKE } = {},
): Promise<TemplateId> {
  const made = await firm.owner.call(organizersContract.createOrganizerTemplate, {
    body: { name, organizerName, definition },
  })
  return made.id
}

/** Sends a template to one account by hand; the organizer's id. */
export async function sendTo(
  firm: TestFirm,
  templateId: TemplateId,
  accountId: AccountId,
  more: { name?: string; jobIds?: JobId[] } = {},
): Promise<OrganizerId> {
  const body = { templateId, accountIds: [accountId], ...more }
  const { items } = await firm.owner.call(organizersContract.sendOrganizers, { body })
  return items[0]!.id
}

/** Answers one question after the other, each on top of the revision that stands. */
export async function answer(
  client: Caller,
  id: OrganizerId,
  answers: Record<string, AnswerValue | null>,
): Promise<void> {
  for (const [questionId, value] of Object.entries(answers)) {
    const { answers: given } = await client.call(organizersContract.getPortalOrganizer, { params: { id } })
    const revision = given.find((each) => each.questionId === questionId)?.revision ?? 0
    await client.call(organizersContract.saveAnswer, { params: { id, questionId }, body: { value, revision } })
  }
}

export async function attach(client: Caller, id: OrganizerId, questionId: string, name = 'slip.txt') {
  return client.call(organizersContract.attachFile, {
    params: { id, questionId },
    query: { name },
    body: new TextEncoder().encode('what the slip says'),
  })
}

/** Everything that the intake needs before it can be submitted. */
export async function fillIntake(client: Caller, id: OrganizerId): Promise<void> {
  await answer(client, id, { name: 'Sanne Vermeer', kids: false })
  await attach(client, id, 'slips')
}

/** The mails of one kind that the firm queued, oldest first. */
export async function mailsOf(firm: TestFirm, kind: MailKind) {
  return firm.system.maintenance
    .selectFrom('mails')
    .selectAll()
    .where('firm_id', '=', firm.firmId)
    .where('kind', '=', kind)
    .orderBy('created_at')
    .orderBy('to_email')
    .execute()
}

/** The token in the newest to-do link mailed to an address. */
export async function tokenMailedTo(firm: TestFirm, email: string): Promise<string> {
  const mails = (await mailsOf(firm, 'organizer_sent')).filter((mail) => mail.to_email === email)
  return (mails.at(-1)!.params as { link: string }).link.split('/todo/')[1]!
}

export async function eventsOf(firm: TestFirm, type: string) {
  return firm.system.maintenance
    .selectFrom('events')
    .selectAll()
    .where('firm_id', '=', firm.firmId)
    .where('type', '=', type)
    .orderBy('position')
    .execute()
}

import type { BodyOf } from '#kernel/contract.ts'
import type { TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { changeTemplate, createTemplate } from '../templates/index.ts'
import type { EmailTemplate, emailsContract } from './contract.ts'
import { emailTemplateById } from './queries.ts'
import { requireKnownCodes } from './rules.ts'

type Fields = BodyOf<typeof emailsContract.createEmailTemplate>

/** Makes an e-mail template; a code that means nothing in it is refused with its place (D-7). */
export async function createEmailTemplate(tx: Tx, { name, subject, body }: Fields): Promise<EmailTemplate> {
  requireKnownCodes({ subject, body })
  const { id } = await createTemplate(tx, { kind: 'email', name, content: { subject, body } })
  return emailTemplateById(tx, id)
}

/** Gives an e-mail template its next version. */
export async function changeEmailTemplate(
  tx: Tx,
  id: TemplateId,
  { name, subject, body }: Fields,
  revision: number,
): Promise<EmailTemplate> {
  requireKnownCodes({ subject, body })
  await changeTemplate(tx, id, { kind: 'email', name, content: { subject, body } }, revision)
  return emailTemplateById(tx, id)
}

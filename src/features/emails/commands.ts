import type { z } from 'zod'
import type { TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type CurrentTemplate, changeTemplate, createTemplate, templateById } from '../templates/index.ts'
import type { emailsContract } from './contract.ts'
import { type EmailText, emailProblems } from './email-shortcodes.ts'

type TemplateBody = z.output<typeof emailsContract.createEmailTemplate.body>

/** Makes an e-mail template; a code that means nothing in it is refused with its place (D-7). */
export async function createEmailTemplate(
  tx: Tx,
  { name, subject, body }: TemplateBody,
): Promise<CurrentTemplate<'email'>> {
  requireKnownCodes({ subject, body })
  const { id } = await createTemplate(tx, { kind: 'email', name, content: { subject, body } })
  return templateById(tx, id, 'email')
}

/** Gives an e-mail template its next version. */
export async function changeEmailTemplate(
  tx: Tx,
  id: TemplateId,
  { name, subject, body }: TemplateBody,
  revision: number,
): Promise<CurrentTemplate<'email'>> {
  requireKnownCodes({ subject, body })
  await changeTemplate(tx, id, { kind: 'email', name, content: { subject, body } }, revision)
  return templateById(tx, id, 'email')
}

/** Refuses a text with unknown codes, each with its place and the nearest known name (D-7). */
export function requireKnownCodes(text: EmailText): void {
  const problems = emailProblems(text)
  if (problems.length > 0) throw new Refusal('invalid', problems)
}

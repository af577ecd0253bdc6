import type { EffectOf } from '#engine/core/effect.ts'
import { outcomeKey } from '#engine/core/model.ts'
import type { Applier, Carrying } from '#engine/shell/ports.ts'
import { today } from '#kernel/dates.ts'
import { type AccountId, derivedId, type EventId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Recipient, recipientsOf } from '../accounts/index.ts'
import { templateContents, versionKey } from '../templates/index.ts'
import { loadEmailFacts } from './email-facts.ts'
import type { NewMail } from './model.ts'
import { queueMails } from './queue-mails.ts'
import { emailRenderer, type RenderedEmail } from './rules.ts'

/**
 * Carries out *send e-mail* for any number of jobs: one message to each contact e-mail with Notify on (EQ-13), rendered
 * once, in its reader's language (SHC-4). Who is left out is told in the event (XC-7), codes without a value in the
 * outcome too (FAIL-12). A mail's id comes from visit, automation and address: doing it twice sends it once (D-2).
 */
export const sendEmails: Applier<'send_email'> = async (tx, effects, carrying) => {
  const templates = await templateContents(tx, effects.map(templateOf))
  const accountIds: AccountId[] = [...new Set(effects.map((effect) => effect.accountId))]
  const jobIds = effects.map((effect) => effect.jobId)
  const recipients = await carrying.once('recipients', () => recipientsOf(tx, carrying.accountIds))
  const facts = await loadEmailFacts(tx, accountIds, jobIds)
  const render = emailRenderer(today(tx.now, facts.firm.timeZone))
  const mails = effects.flatMap((effect): NewMail[] => {
    const template = templates.get(versionKey(templateOf(effect)))
    if (template?.kind !== 'email') throw new Error(`no e-mail template ${effect.templateId} ${effect.templateVersion}`)
    const [reached, leftOut] = byNotify(recipients.get(effect.accountId) ?? [])
    const letters = reached.map((to) => ({
      to,
      accountName: to.hasOtherAccounts ? facts.accountName(effect.accountId) : undefined,
      ...render(template.content, facts.of(effect.accountId, effect.jobId, to)),
    }))
    const causeId = tell(tx, effect, template.name, letters, leftOut, carrying)
    return letters.map((letter) => mailOf(effect, letter, causeId))
  })
  await queueMails(tx, mails)
}

type Sending = EffectOf<'send_email'>
type Letter = RenderedEmail & { to: Recipient; accountName: string | undefined }

function templateOf({ templateId, templateVersion }: Sending) {
  return { id: templateId, version: templateVersion }
}

function byNotify(recipients: readonly Recipient[]): [on: Recipient[], off: Recipient[]] {
  return [recipients.filter(({ notify }) => notify), recipients.filter(({ notify }) => !notify)]
}

/** States what one automation sent, and leaves its warnings to the outcome. */
function tell(
  tx: Tx,
  effect: Sending,
  template: string,
  letters: readonly Letter[],
  leftOut: readonly Recipient[],
  { causeId, entered, warnings }: Carrying,
): EventId {
  const { id, accountId, jobId, visitId, automationId } = effect
  const empty = [...new Set(letters.flatMap((letter) => letter.empty))]
  if (empty.length > 0) warnings.set(outcomeKey(visitId, automationId), [{ code: 'empty_shortcodes', tokens: empty }])
  const names = (people: readonly Recipient[]) => people.map(({ name }) => name)
  return tx.record({
    type: 'email.sent',
    by: 'automation',
    subject: { kind: 'mail', id },
    accountId,
    jobId,
    causeId: entered.get(visitId) ?? causeId,
    payload: { template, recipients: names(letters.map(({ to }) => to)), leftOut: names(leftOut), empty },
  })
}

function mailOf({ accountId, jobId, visitId, automationId }: Sending, letter: Letter, causeId: EventId): NewMail {
  const { to, subject, body, accountName } = letter
  const params = accountName === undefined ? { subject, body } : { subject, body, accountName }
  const id = derivedId('mail', visitId, automationId, to.contactEmailId)
  return { id, kind: 'firm_email', to, accountId, jobId, params, causeId }
}

import type { EffectOf } from '#engine/core/model.ts'
import type { Applier } from '#engine/shell/ports.ts'
import { today } from '#kernel/dates.ts'
import { type AccountId, derivedId } from '#kernel/ids.ts'
import { recipientsOf } from '../accounts/index.ts'
import { templateContents, versionKey } from '../templates/index.ts'
import { loadEmailFacts } from './email-facts.ts'
import type { NewMail } from './model.ts'
import { queueMails } from './queue-mails.ts'
import { emailRenderer } from './rules.ts'

/**
 * Carries out *send e-mail* for any number of jobs: one message to each contact e-mail with Notify on (EQ-13), rendered
 * once, in its reader's language (SHC-4). Who is left out is told in the event (XC-7). A mail's id comes from visit,
 * automation and address, so that doing it twice sends it once.
 */
export const sendEmails: Applier<'send_email'> = async (tx, effects, carrying) => {
  const templates = await templateContents(tx, effects.map(templateOf))
  const accountIds: AccountId[] = [...new Set(effects.map((effect) => effect.accountId))]
  const recipients = await recipientsOf(tx, accountIds)
  const facts = await loadEmailFacts(
    tx,
    accountIds,
    effects.map((effect) => effect.jobId),
  )
  const render = emailRenderer(today(tx.now, facts.firm.timeZone))
  const mails: NewMail[] = []
  for (const effect of effects) {
    const template = templates.get(versionKey(templateOf(effect)))
    if (template?.kind !== 'email') throw new Error(`no e-mail template ${effect.templateId} ${effect.templateVersion}`)
    const all = recipients.get(effect.accountId) ?? []
    const reached = all.filter((recipient) => recipient.notify)
    const rendered = reached.map((to) => render(template.content, facts.of(effect.accountId, effect.jobId, to)))
    const causeId = tx.record({
      type: 'email.sent',
      by: 'automation',
      subject: { kind: 'mail', id: effect.id },
      accountId: effect.accountId,
      jobId: effect.jobId,
      causeId: carrying.entered.get(effect.visitId) ?? carrying.causeId,
      payload: {
        template: template.name,
        recipients: reached.map(({ name }) => name),
        leftOut: all.filter(({ notify }) => !notify).map(({ name }) => name),
        empty: [...new Set(rendered.flatMap(({ empty }) => empty))],
      },
    })
    for (const [at, { subject, body }] of rendered.entries()) {
      const to = reached[at]!
      const accountName = to.hasOtherAccounts ? facts.accountName(effect.accountId) : undefined
      mails.push({
        id: derivedId('mail', effect.visitId, effect.automationId, to.contactEmailId),
        kind: 'firm_email',
        to,
        accountId: effect.accountId,
        jobId: effect.jobId,
        params: accountName === undefined ? { subject, body } : { subject, body, accountName },
        causeId,
      })
    }
  }
  await queueMails(tx, mails)
}

function templateOf({ templateId, templateVersion }: EffectOf<'send_email'>) {
  return { id: templateId, version: templateVersion }
}

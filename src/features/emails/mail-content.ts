import type { Locale } from '#kernel/locale.ts'
import { type Speak, speaker } from '#kernel/text.ts'
import type { NewMail } from './model.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { nl } from './texts/nl.ts'
import { sv } from './texts/sv.ts'

/** The subject in the recipient's language: one line, whatever names hold. */
export function subjectOf(mail: Pick<NewMail, 'kind' | 'params'>, locale: Locale, firmName: string): string {
  const subject =
    mail.kind === 'firm_email' && 'subject' in mail.params
      ? mail.params.subject
      : SAY[locale](`mail.${mail.kind as Exclude<NewMail['kind'], 'firm_email'>}.subject`, { firmName, ...mail.params })
  return subject.replaceAll(/\s+/g, ' ').trim()
}

const SAY: Record<Locale, Speak<keyof typeof en>> = {
  en: speaker('en', en),
  nl: speaker('nl', nl),
  de: speaker('de', de),
  sv: speaker('sv', sv),
}

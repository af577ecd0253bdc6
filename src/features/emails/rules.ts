import { dateValues } from '#kernel/date-shortcodes.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import type { Locale } from '#kernel/locale.ts'
import { type FieldProblem, Refusal } from '#kernel/refusal.ts'
import { findProblems, render, type Shortcode, shortcodesOf } from '#kernel/shortcodes.ts'

/** What an e-mail template says, before its codes are replaced. */
export type EmailText = { subject: string; body: string }

/** Whom and what one e-mail speaks of; what is unknown is ''. */
export type EmailFacts = {
  firmName: string
  accountName: string
  jobName: string
  contact: { name: string; firstName: string; lastName: string; phone: string; locale: Locale }
}

/** What an e-mail says to one person, and which of its codes had nothing to say (FAIL-12). */
export type RenderedEmail = EmailText & { empty: string[] }

/** Codes that mean something in a mail to a client; internal names never do (POR-8). */
export const EMAIL_CODES: ReadonlySet<Shortcode> = shortcodesOf('account', 'contact', 'date', 'job', 'firm')

/** The codes to choose from, the likeliest first: those that can have a value now. */
export const OFFERED_CODES: readonly Shortcode[] = [
  'FIRST_NAME',
  'LAST_NAME',
  'CONTACT_NAME',
  'ACCOUNT_NAME',
  'FIRM_NAME',
  'JOB_NAME',
  'TAX_YEAR',
  'CURRENT_YEAR',
  'CURRENT_MONTH_NAME',
  'LAST_MONTH_NAME',
  'CURRENT_QUARTER',
  'LAST_QUARTER',
  'CURRENT_DAY_FULL_DATE',
  'PHONE_NUMBER',
]

/** Every code that keeps the text from being saved, with where it stands and the nearest known name (D-7). */
export function emailProblems(text: EmailText): FieldProblem[] {
  return (['subject', 'body'] as const).flatMap((path) =>
    findProblems(text[path], EMAIL_CODES).map(({ code, token, line, column, nearest }) => {
      return { path, code, params: { token, line, column, nearest: nearest ?? 'none' } }
    }),
  )
}

/** Refuses a text with unknown codes, each with its place and the nearest known name (D-7). */
export function requireKnownCodes(text: EmailText): void {
  const problems = emailProblems(text)
  if (problems.length > 0) throw new Refusal('invalid', problems)
}

/** Renders e-mails of one day of the firm's, each in its reader's language (SHC-4); dates are said once per language. */
export function emailRenderer(today: CalendarDate): (text: EmailText, facts: EmailFacts) => RenderedEmail {
  const dates = new Map<Locale, ReadonlyMap<Shortcode, string>>()
  return (text, { firmName, accountName, jobName, contact }) => {
    const onThatDay = dates.get(contact.locale) ?? dateValues(today, contact.locale)
    dates.set(contact.locale, onThatDay)
    const values = new Map<Shortcode, string>([
      ...onThatDay,
      ['FIRM_NAME', firmName],
      ['ACCOUNT_NAME', accountName],
      ['JOB_NAME', jobName],
      ['CONTACT_NAME', contact.name],
      ['FIRST_NAME', contact.firstName],
      ['LAST_NAME', contact.lastName],
      ['PHONE_NUMBER', contact.phone],
    ])
    const subject = render(text.subject, values, oneLine)
    const body = render(text.body, values, oneLine)
    return { subject: subject.text, body: body.text, empty: [...new Set([...subject.empty, ...body.empty])] }
  }
}

/** A value stays within its line; what HTML needs escaped is escaped where the HTML is made. */
function oneLine(value: string): string {
  return value.replaceAll(/\s+/g, ' ')
}

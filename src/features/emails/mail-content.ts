import type { Locale } from '#kernel/locale.ts'
import { type Speak, speaker } from '#kernel/text.ts'
import type { MailMatter } from './model.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { nl } from './texts/nl.ts'
import { sv } from './texts/sv.ts'

/** Around every mail: whose it is, and in whose language. */
export type MailFrame = {
  locale: Locale
  toName: string
  firm: { name: string; color: string; canReply: boolean }
  /** the account the mail is about, named in the footer */
  accountName: string | null
}

/** A mail before it becomes HTML and plain text; both say exactly this. */
export type MailContent = {
  /** what an inbox shows beside the subject; '' where the text itself begins well */
  preview: string
  /** beside the firm's name, where the contact has several accounts (EML-5) */
  forAccount: string | null
  heading: string | null
  paragraphs: string[]
  code: string | null
  /** the one thing to do; link '' where it is no longer kept */
  button: { label: string; link: string } | null
  notes: string[]
  footer: string[]
}

export type Say = Speak<keyof typeof en>

/** The subject in the reader's language: one line, whatever names hold. */
export function subjectOf(matter: MailMatter, locale: Locale, firmName: string): string {
  return subject(matter, SAY[locale], firmName).replaceAll(/\s+/g, ' ').trim()
}

/** What the mail says, in the reader's language. */
export function contentOf(matter: MailMatter, frame: MailFrame): MailContent {
  const say = SAY[frame.locale]
  const heading = matter.kind === 'firm_email' ? null : subject(matter, say, frame.firm.name)
  const body = bodyOf(matter, frame, say)
  const preview = matter.kind === 'firm_email' ? '' : body.paragraphs.at(-1)!
  return { ...body, preview, heading, footer: footerOf(frame, say) }
}

export function sayIn(locale: Locale): Say {
  return SAY[locale]
}

const SAY: Record<Locale, Say> = {
  en: speaker('en', en),
  nl: speaker('nl', nl),
  de: speaker('de', de),
  sv: speaker('sv', sv),
}

function subject(matter: MailMatter, say: Say, firmName: string): string {
  switch (matter.kind) {
    case 'team_invitation':
      return say('mail.team_invitation.subject', matter.params)
    case 'sign_in_link':
      return say('mail.sign_in_link.subject', { firmName })
    case 'password_reset':
      return say('mail.password_reset.subject', { firmName })
    case 'todo_code':
      return say('mail.todo_code.subject', { firmName })
    case 'organizer_sent':
      return say('mail.organizer_sent.subject', { organizerName: matter.params.organizerName })
    case 'organizer_submitted':
      return say('mail.organizer_submitted.subject', matter.params)
    case 'work_update':
      return say('mail.work_update.subject', { jobName: matter.params.jobName, status: matter.params.status })
    case 'firm_email':
      return matter.params.subject
  }
}

type Body = Omit<MailContent, 'preview' | 'heading' | 'footer'>

function bodyOf(matter: MailMatter, { toName, firm }: MailFrame, say: Say): Body {
  const plain = { forAccount: null, code: null, button: null, notes: [] }
  switch (matter.kind) {
    case 'team_invitation': {
      const { firmName, inviterName, link } = matter.params
      return {
        ...plain,
        paragraphs: [say('mail.team_invitation.text', { firmName, inviterName })],
        button: { label: say('mail.team_invitation.button'), link },
        notes: [say('mail.team_invitation.note', { inviterName })],
      }
    }
    case 'sign_in_link':
      return {
        ...plain,
        paragraphs: [say('mail.sign_in_link.text', { firmName: firm.name })],
        button: { label: say('mail.sign_in_link.button'), link: matter.params.link },
        notes: [say('mail.sign_in_link.note'), say('mail.sign_in_link.ignore')],
      }
    case 'password_reset':
      return {
        ...plain,
        paragraphs: [say('mail.password_reset.text')],
        button: { label: say('mail.password_reset.button'), link: matter.params.link },
        notes: [say('mail.password_reset.note'), say('mail.password_reset.ignore')],
      }
    case 'todo_code':
      return {
        ...plain,
        paragraphs: [say('mail.todo_code.text')],
        code: matter.params.code,
        notes: [say('mail.todo_code.note'), say('mail.todo_code.ignore')],
      }
    case 'organizer_sent':
      return {
        ...plain,
        forAccount: matter.params.accountName ?? null,
        paragraphs: [
          ...greeting(toName, say),
          say('mail.organizer_sent.text', { firmName: firm.name }),
          say('mail.organizer_sent.saved'),
        ],
        button: { label: say('mail.organizer_sent.button'), link: matter.params.link },
        notes: [say('mail.organizer_sent.note')],
      }
    case 'organizer_submitted':
      return {
        ...plain,
        paragraphs: [say('mail.organizer_submitted.text')],
        button: { label: say('mail.organizer_submitted.button'), link: matter.params.link },
      }
    case 'work_update': {
      const { jobName, status, description, link } = matter.params
      return {
        ...plain,
        forAccount: matter.params.accountName ?? null,
        paragraphs: [
          ...greeting(toName, say),
          say('mail.work_update.text', { jobName, status }),
          ...paragraphsOf(description),
        ],
        button: link === undefined ? null : { label: say('mail.work_update.button'), link },
      }
    }
    case 'firm_email':
      return { ...plain, forAccount: matter.params.accountName ?? null, paragraphs: paragraphsOf(matter.params.body) }
  }
}

function greeting(name: string, say: Say): string[] {
  return name.trim() === '' ? [] : [say('mail.greeting', { name })]
}

/** A blank line parts paragraphs; single line breaks stay. */
function paragraphsOf(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
}

function footerOf({ firm, accountName }: MailFrame, say: Say): string[] {
  return [
    ...(firm.canReply ? [say('mail.reply')] : []),
    accountName === null ? firm.name : say('mail.because', { firmName: firm.name, accountName }),
  ]
}

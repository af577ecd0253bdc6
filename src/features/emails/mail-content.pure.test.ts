import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '#kernel/locale.ts'
import { composed, type MailSource, withoutSecrets } from './compose.ts'
import { subjectOf } from './mail-content.ts'
import { MAIL_KINDS, type MailKind, type MailMatter } from './model.ts'

const LINK = 'https://portal.example/t/8hq2-kd5v'
const EXAMPLES: { [K in MailKind]: Extract<MailMatter, { kind: K }>['params'] } = {
  team_invitation: { link: LINK, firmName: 'Hollis & Vane', inviterName: 'Mara Lindqvist' },
  sign_in_link: { link: LINK },
  password_reset: { link: LINK },
  todo_code: { code: '482 913' },
  organizer_sent: { organizerName: 'Tax organizer 2025', link: LINK, accountName: 'Sanne & Joris Vermeer' },
  organizer_submitted: { organizerName: 'Tax organizer 2025', accountName: 'Vermeer', link: LINK },
  work_update: {
    jobName: 'Tax return 2025',
    status: 'In review',
    description: 'A colleague checks it.',
    link: LINK,
  },
  firm_email: { subject: 'Season opens', body: 'Dear Sanne,\n\nWe begin.\nSoon.\n\nKind regards,\nHollis & Vane' },
}
const SCRIPT = `<script>alert('x')</script><img src=x onerror="alert(1)">`

function matterOf(kind: MailKind): MailMatter {
  return { kind, params: EXAMPLES[kind] } as MailMatter
}

function source(over: Partial<MailSource> = {}): MailSource {
  return {
    locale: 'en',
    toName: 'Sanne Vermeer',
    firmName: 'Hollis & Vane',
    firmColor: '#23497d',
    replyTo: 'office@hollisvane.example',
    accountName: 'Sanne & Joris Vermeer',
    ...over,
  }
}

const everyKind = LOCALES.flatMap((locale) => MAIL_KINDS.map((kind): [Locale, MailKind] => [locale, kind]))

describe('every kind in every language (D-11)', () => {
  test.each(everyKind)('%s %s has a subject, and a plain part that says what the HTML says', (locale, kind) => {
    const subject = subjectOf(matterOf(kind), locale, 'Hollis & Vane')
    const { text, html } = composed(matterOf(kind), source({ locale }))
    expect(subject).not.toBe('')
    expect(html).toContain(`lang="${locale}"`)
    for (const said of [subject, text]) expect(said).not.toMatch(/\{|\}|mail\.\w/)
    const words = (part: string) => part.split(/[\s:]+/).filter((word) => word !== '' && word !== '--')
    expect(words(readable(html)).sort()).toEqual(words(text).sort())
  })

  test.each(LOCALES.filter((locale) => locale !== 'en'))('%s says no kind in English', (locale) => {
    for (const kind of MAIL_KINDS.filter((each) => each !== 'firm_email')) {
      expect(subjectOf(matterOf(kind), locale, 'F')).not.toBe(subjectOf(matterOf(kind), 'en', 'F'))
      expect(composed(matterOf(kind), source({ locale })).text).not.toBe(composed(matterOf(kind), source()).text)
    }
  })
})

test.each(MAIL_KINDS)('EML-7: script in names is inert in %s', (kind) => {
  const params = Object.fromEntries(Object.keys(EXAMPLES[kind]).map((name) => [name, SCRIPT]))
  const hostile = source({ toName: SCRIPT, firmName: SCRIPT, accountName: SCRIPT })
  const { html } = composed({ kind, params } as MailMatter, hostile)
  expect(html).not.toMatch(/<script|<img|onerror="/)
  expect(html).toContain('&#60;script&#62;')
})

test('a name with line breaks cannot add headers to a subject', () => {
  const params = { organizerName: 'Taxes\r\nBcc: all@example.com', link: LINK }
  expect(subjectOf({ kind: 'organizer_sent', params }, 'en', 'F')).toBe('Please fill in: Taxes Bcc: all@example.com')
})

test('EML-5, POR-6: the account stands beside the firm only where the contact has several', () => {
  const { accountName: _, ...single } = EXAMPLES.organizer_sent
  const mails = [EXAMPLES.organizer_sent, single].map((params) =>
    composed({ kind: 'organizer_sent', params }, source()),
  )
  expect(mails.map(({ text }) => text.includes('For Sanne & Joris Vermeer'))).toEqual([true, false])
  expect(mails.map(({ html }) => html.includes('For Sanne &#38; Joris Vermeer'))).toEqual([true, false])
})

test('EML-3: readers are told to reply only where the firm reads replies', () => {
  const withReply = composed(matterOf('organizer_sent'), source())
  const without = composed(matterOf('organizer_sent'), source({ replyTo: null }))
  expect(withReply.text).toContain('Simply reply to this mail')
  expect(without.text).not.toContain('reply')
  expect(without.html).not.toContain('reply')
})

test('a mail of the firm keeps its paragraphs and line breaks', () => {
  const { html } = composed(matterOf('firm_email'), source())
  expect(html.match(/<p class="ink"/g)).toHaveLength(3)
  expect(html).toContain('We begin.<br>Soon.')
  expect(html).toContain('Kind regards,<br>Hollis &#38; Vane')
})

test('one button, and the address below it for who cannot press it', () => {
  const { html, text } = composed(matterOf('sign_in_link'), source())
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html.split(LINK)).toHaveLength(3)
  expect(text).toContain(`Sign in:\n${LINK}`)
})

test.each(MAIL_KINDS)('without its secrets, %s lets nobody in', (kind) => {
  const { text, html } = composed(withoutSecrets(matterOf(kind)), source())
  for (const part of [text, html]) expect(part).not.toMatch(/8hq2-kd5v|482 913|<a /)
})

/** What a person reads of an HTML mail: no style, no hidden preview, the button's address as the plain part has it. */
function readable(html: string): string {
  return html
    .replace(/^.*<body/s, '<body')
    .replace(/<div style="display:none.*?<\/div>/s, '')
    .replace(/<p class="faint"[^>]*>[^<]*<br><span class="soft"[^>]*>(.*?)<\/span><\/p>/s, ' $1 ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

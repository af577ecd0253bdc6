import type { Locale } from '#kernel/locale.ts'
import { contentOf, type MailFrame } from './mail-content.ts'
import type { MailMatter } from './model.ts'
import { renderHtml } from './render-html.ts'
import { renderText } from './render-text.ts'

/** What of a firm and a mail's row its rendering needs. */
export type MailSource = {
  locale: Locale
  toName: string
  firmName: string
  firmColor: string
  replyTo: string | null
  accountName: string | null
}

/** Both parts of a mail: they say the same. */
export function composed(matter: MailMatter, source: MailSource): { text: string; html: string } {
  const frame: MailFrame = {
    locale: source.locale,
    toName: source.toName,
    firm: { name: source.firmName, color: source.firmColor, canReply: source.replyTo !== null },
    accountName: source.accountName,
  }
  const content = contentOf(matter, frame)
  return { text: renderText(content, frame), html: renderHtml(content, frame) }
}

/** The same mail without what lets its reader in. */
export function withoutSecrets(matter: MailMatter): MailMatter {
  const params = { ...matter.params }
  if ('link' in params) params.link = ''
  if ('code' in params) params.code = ''
  return { ...matter, params } as MailMatter
}

/** Whether a mail carries a link or a code. */
export function holdsSecrets({ params }: MailMatter): boolean {
  return 'link' in params || 'code' in params
}

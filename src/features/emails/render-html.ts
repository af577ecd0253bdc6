import { type MailContent, type MailFrame, sayIn } from './mail-content.ts'

/**
 * The HTML part: tables and inline styles for old mail programs, a style sheet for those that know dark mode. No
 * images, no web fonts, one button. Everything that people typed is escaped.
 */
export function renderHtml(content: MailContent, frame: MailFrame): string {
  const parts = [
    head(content, frame),
    ...(content.heading === null ? [] : [`<h1 class="ink" style="${HEADING}">${lines(content.heading)}</h1>`]),
    ...content.paragraphs.map((text) => `<p class="ink" style="${PARAGRAPH}">${lines(text)}</p>`),
    ...(content.code === null ? [] : [code(content.code, frame)]),
    ...(content.button === null ? [] : [button(content.button, frame)]),
    ...content.notes.map((text) => `<p class="soft" style="${NOTE}">${lines(text)}</p>`),
    footer(content, frame),
  ]
  return `<!doctype html>
<html lang="${frame.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escaped(content.heading ?? frame.firm.name)}</title><style>${STYLES}</style></head>
<body class="paper" style="margin:0;padding:0;background:#faf9f6">
<div style="${HIDDEN}">${escaped(content.preview)}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:#faf9f6;font-family:${FONT}"><tr><td align="center" style="padding:0">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px"><tr><td class="cell" style="padding:32px 40px 36px">
${parts.join('\n')}
</td></tr></table></td></tr></table></body></html>
`
}

/** Text as it must stand in HTML, between tags and in attributes. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

const FONT = "Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
const HIDDEN = 'display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;opacity:0'
const HEADING = 'margin:0 0 16px;font-size:24px;line-height:31px;font-weight:700;letter-spacing:-.01em;color:#1d2421'
const PARAGRAPH = 'margin:0 0 16px;font-size:16px;line-height:25px;color:#1d2421'
const NOTE = 'margin:0 0 10px;font-size:14px;line-height:21px;color:#4c5651'
const SMALL = 'margin:14px 0 0;font-size:13px;line-height:20px;color:#66706b'

/** Dark mode turns paper and ink; the firm's colour stays on the rule and the button, where white stands on it. */
const STYLES = `
@media (max-width:480px){.cell{padding:24px 20px 28px !important}}
@media (prefers-color-scheme:dark){.paper{background:#161a18 !important}.ink,.firm{color:#eceae4 !important}.soft,.faint{color:#b4bab6 !important}.rule{border-color:#343b37 !important}.code{background:#232926 !important}}
`

function head({ forAccount }: MailContent, { firm, locale }: MailFrame): string {
  const account =
    forAccount === null
      ? ''
      : `<br><span class="soft" style="font-weight:400;font-size:14px;line-height:21px;color:#4c5651">${escaped(sayIn(locale)('mail.for', { accountName: forAccount }))}</span>`
  return `<p class="firm" style="margin:0 0 28px;padding:0 0 14px;border-bottom:3px solid ${firm.color};font-size:16px;line-height:22px;font-weight:700;color:${firm.color}">${escaped(firm.name)}${account}</p>`
}

function code(value: string, { locale }: MailFrame): string {
  if (value === '') return `<p class="soft" style="${NOTE}">${escaped(sayIn(locale)('mail.secret_gone'))}</p>`
  return `<p class="ink code" style="margin:8px 0 24px;padding:16px 20px;border-radius:8px;background:#f0eee8;font-size:28px;line-height:34px;font-weight:700;letter-spacing:.18em;color:#1d2421">${escaped(value)}</p>`
}

function button({ label, link }: NonNullable<MailContent['button']>, { firm, locale }: MailFrame): string {
  const face = 'display:inline-block;padding:14px 28px;font-size:17px;line-height:22px;font-weight:600;color:#ffffff'
  const text =
    link === ''
      ? `<span style="${face}">${escaped(label)}</span>`
      : `<a href="${escaped(link)}" style="${face};text-decoration:none;border-radius:8px">${escaped(label)}</a>`
  const gone = link === '' ? `<p class="soft" style="${NOTE}">${escaped(sayIn(locale)('mail.secret_gone'))}</p>` : ''
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 24px"><tr><td bgcolor="${firm.color}" style="background:${firm.color};border-radius:8px">${text}</td></tr></table>${gone}`
}

function footer({ button, footer }: MailContent, { locale }: MailFrame): string {
  const address =
    button === null || button.link === ''
      ? ''
      : `<p class="faint" style="${SMALL}">${escaped(sayIn(locale)('mail.button_broken'))}<br><span class="soft" style="color:#4c5651;word-break:break-all">${escaped(button.link)}</span></p>`
  const words = footer.map((text) => `<p class="faint" style="${SMALL}">${lines(text)}</p>`)
  return `<div class="rule" style="margin:24px 0 0;padding:6px 0 0;border-top:1px solid #e4e1d9">${[address, ...words].join('')}</div>`
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>')
}

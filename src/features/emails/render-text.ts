import { type MailContent, type MailFrame, sayIn } from './mail-content.ts'

const LINE = 72

/** The plain part: says what the HTML says, in the same order. */
export function renderText(content: MailContent, frame: MailFrame): string {
  const say = sayIn(frame.locale)
  const { button } = content
  const blocks = [
    [frame.firm.name, ...(content.forAccount === null ? [] : [say('mail.for', { accountName: content.forAccount })])],
    ...(content.heading === null ? [] : [[content.heading]]),
    ...content.paragraphs.map((text) => [text]),
    ...(content.code === null ? [] : [[content.code === '' ? say('mail.secret_gone') : content.code]]),
    ...(button === null ? [] : [[`${button.label}:`, button.link === '' ? say('mail.secret_gone') : button.link]]),
    ...content.notes.map((text) => [text]),
    ['--', ...content.footer],
  ]
  return `${blocks.map((lines) => lines.map(wrap).join('\n')).join('\n\n')}\n`
}

/** Breaks long lines between words, so that old mail programs show them whole; links stay in one piece. */
function wrap(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const lines = ['']
      for (const word of line.split(' ')) {
        const last = lines.at(-1)!
        if (last !== '' && last.length + 1 + word.length > LINE) lines.push(word)
        else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
      }
      return lines.join('\n')
    })
    .join('\n')
}

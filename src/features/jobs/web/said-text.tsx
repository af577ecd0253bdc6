import { partsOf } from '../rules-mentions.ts'
import styles from './said-text.module.css'
import { useMentionable } from './use-mentionable.ts'

/** A text with line breaks, mentions by name, and addresses that can be followed (JOB-5). */
export function SaidText({ text }: { text: string }) {
  const names = new Map(useMentionable().map(({ id, name }) => [id, name]))
  let at = 0
  return (
    <p className={styles.said}>
      {partsOf(text).map((part) => {
        const key = at++
        if (part.kind === 'text') return part.text
        if (part.kind === 'mention')
          return (
            <span key={key} className={styles.mention}>
              @{names.get(part.memberId) ?? '…'}
            </span>
          )
        return (
          <a key={key} href={part.href} target="_blank" rel="noopener noreferrer" className={styles.link}>
            {part.href}
          </a>
        )
      })}
    </p>
  )
}

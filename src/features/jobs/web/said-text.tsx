import { Fragment } from 'react'
import { RichText } from '#web/rich/rich-text.tsx'
import { partsOf } from '../rules-mentions.ts'
import styles from './said-text.module.css'
import { useMentionable } from './use-mentionable.ts'

/** A formatted text with mentions by name (JOB-5). */
export function SaidText({ text }: { text: string }) {
  const names = new Map(useMentionable().map(({ id, name }) => [id, name]))
  const words = (plain: string) =>
    partsOf(plain).map((part, at) =>
      part.kind === 'text' ? (
        <Fragment key={at}>{part.text}</Fragment>
      ) : (
        <span key={at} className={styles.mention}>
          @{names.get(part.memberId) ?? '…'}
        </span>
      ),
    )
  return <RichText text={text} words={words} />
}

import { IconAlertTriangle } from '@tabler/icons-react'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useEditor } from './editor-context.tsx'
import styles from './finding-lines.module.css'
import type { PlacedProblem } from './problems.ts'
import { useProblemText } from './words.ts'

export type FindingLinesProps = { problems: readonly PlacedProblem[]; warnings: readonly PlacedProblem[] }

/** What is wrong, and below it, more quietly, what can hardly be meant (B-6). */
export function FindingLines({ problems, warnings }: FindingLinesProps) {
  const { tags } = useEditor()
  const text = useProblemText(tags)
  return [...problems, ...warnings].map((it, index) => (
    <p key={it.field + it.code} className={styles.line} data-warning={index >= problems.length || undefined}>
      <IconAlertTriangle {...SMALL_ICON} />
      <span>{text(it)}</span>
    </p>
  ))
}

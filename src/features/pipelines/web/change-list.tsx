import type { Change } from '../rules.ts'
import { ChangeLine } from './change-line.tsx'
import styles from './change-list.module.css'
import type { Editor } from './editor-context.tsx'

export type ChangeListProps = { changes: readonly Change[]; names: Pick<Editor, 'tags' | 'templateName'> }

/** What one version or draft says differently from another, a sentence for each difference. */
export function ChangeList({ changes, names }: ChangeListProps) {
  return (
    <ul className={styles.changes}>
      {changes.map((change) => (
        <ChangeLine key={keyOf(change)} change={change} names={names} />
      ))}
    </ul>
  )
}

function keyOf(change: Change): string {
  const id = 'automation' in change ? change.automation.id : 'stage' in change ? change.stage.id : ''
  return `${change.kind} ${id}`
}

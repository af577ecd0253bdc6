import type { Change } from '../rules.ts'
import { ChangeLine } from './change-line.tsx'
import styles from './change-list.module.css'
import type { Editor } from './editor-context.tsx'

export type ChangeListProps = { changes: readonly Change[]; names: Pick<Editor, 'names' | 'templateName'> }

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
  if ('automation' in change) return `${change.kind} ${change.automation.id}`
  if ('stage' in change) return `${change.kind} ${change.stage.id}`
  if ('status' in change) return `${change.kind} ${change.status.id}`
  return 'place' in change ? `${change.kind} ${change.place.id}` : change.kind
}

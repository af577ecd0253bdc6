import { Switch } from '@mantine/core'
import type { Condition } from '#conditions/model.ts'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { useText } from '#web/text.tsx'
import styles from './condition-field.module.css'
import { useEditor } from './editor-context.tsx'
import { ofField, type PlacedProblem } from './problems.ts'
import { TagsField } from './tags-field.tsx'
import { useProblemText, useWholeCondition } from './words.ts'

export type ConditionFieldProps = {
  /** what the switch says: "Only clients with all of these tags" */
  label: string
  /** what becomes of the others */
  help: string
  value: Condition | null
  onChange: (condition: Condition | null) => void
  problems: PlacedProblem[]
}

/**
 * The simple form of a condition: the account has all of these tags (D-4, A-20). Whatever says more came from the
 * library or the API; it is told in words and can be taken off.
 */
export function ConditionField({ label, help, value, onChange, problems }: ConditionFieldProps) {
  const t = useText()
  const problemText = useProblemText()
  const tagIds = value === null ? [] : simpleTags(value)
  const problem = ofField(problems, 'condition')[0]
  if (tagIds === null) return <Told condition={value!} onRemove={() => onChange(null)} />
  const choose = (ids: string[]) => onChange({ kind: 'all', of: ids.map((tagId) => ({ kind: 'tag', tagId })) })
  return (
    <div className={styles.condition}>
      <Switch
        label={label}
        description={help}
        checked={value !== null}
        onChange={(event) => (event.currentTarget.checked ? choose([]) : onChange(null))}
      />
      {value !== null && (
        <TagsField
          label={t('pipelines.tags')}
          value={tagIds}
          onChange={choose}
          error={problem && problemText(problem)}
        />
      )}
    </div>
  )
}

function Told({ condition, onRemove }: { condition: Condition; onRemove: () => void }) {
  const t = useText()
  const editor = useEditor()
  const words = useWholeCondition()
  return (
    <Note
      title={t('pipelines.only_if', { condition: words(condition, editor) })}
      actions={<LinkButton onClick={onRemove}>{t('pipelines.remove_condition')}</LinkButton>}
    />
  )
}

/** The tags of a condition that asks for all of them; null where it asks for anything else. */
function simpleTags(condition: Condition): string[] | null {
  if (condition.kind === 'tag') return [condition.tagId]
  if (condition.kind !== 'all') return null
  const tagIds = condition.of.flatMap((part) => (part.kind === 'tag' ? part.tagId : []))
  return tagIds.length === condition.of.length ? tagIds : null
}

import { Switch } from '@mantine/core'
import { useState } from 'react'
import { asGroup, isGroup } from '#conditions/edits.ts'
import type { Condition } from '#conditions/model.ts'
import { LinkButton } from '#web/design/link.tsx'
import { useText } from '#web/text.tsx'
import { ConditionCount } from './condition-count.tsx'
import styles from './condition-field.module.css'
import { ConditionTree } from './condition-tree.tsx'
import { useEditor } from './editor-context.tsx'
import { FindingLines } from './finding-lines.tsx'
import { Judging } from './judging.tsx'
import { ofField, type PlacedProblem } from './problems.ts'
import { TagsField } from './tags-field.tsx'
import { TryWith } from './try-with.tsx'
import { useProblemText, useWholeCondition } from './words.ts'

export type ConditionFieldProps = {
  /** what the switch says: "Only for some clients" */
  label: string
  /** what becomes of the others */
  help: string
  value: Condition | null
  onChange: (condition: Condition | null) => void
  problems: PlacedProblem[]
  warnings: PlacedProblem[]
}

/**
 * Who is meant. It begins with the simple form, "the client has all of these tags", and opens up to groups over
 * everything that can be asked (D-4, A-20 to A-24), tried on a chosen client (B-5).
 */
export function ConditionField({ label, help, value, onChange, problems, warnings }: ConditionFieldProps) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const tagIds = value === null ? [] : simpleTags(value)
  const isOpen = value !== null && (opened || tagIds === null)
  return (
    <div className={styles.condition}>
      <Switch
        label={label}
        description={help}
        checked={value !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? allTags([]) : null)}
      />
      {value !== null && (
        <Judging condition={value}>
          {isOpen ? (
            <>
              <Said condition={value} />
              <ConditionTree value={asGroup(value)} isLone={!isGroup(value)} {...{ onChange, problems, warnings }} />
              {tagIds && (
                <p>
                  <LinkButton onClick={() => setOpened(false)}>{t('pipelines.only_tags')}</LinkButton>
                </p>
              )}
            </>
          ) : (
            <Simple tagIds={tagIds ?? []} onOpen={() => setOpened(true)} {...{ onChange, problems, warnings }} />
          )}
          <ConditionCount condition={value} />
          <TryWith />
        </Judging>
      )}
    </div>
  )
}

type SimpleProps = Pick<ConditionFieldProps, 'onChange' | 'problems' | 'warnings'> & {
  tagIds: readonly string[]
  onOpen: () => void
}

function Simple({ tagIds, onChange, onOpen, problems, warnings }: SimpleProps) {
  const t = useText()
  const problemText = useProblemText()
  const problem = ofField(problems, 'condition')[0]
  return (
    <>
      <TagsField
        label={t('pipelines.all_these_tags')}
        value={tagIds}
        onChange={(ids) => onChange(allTags(ids))}
        error={problem && problemText(problem)}
      />
      <FindingLines problems={[]} warnings={ofField(warnings, 'condition')} />
      <p>
        <LinkButton onClick={onOpen}>{t('pipelines.more_conditions')}</LinkButton>
      </p>
    </>
  )
}

/** The whole in plain language. */
function Said({ condition }: { condition: Condition }) {
  const t = useText()
  const editor = useEditor()
  const words = useWholeCondition()
  return <p className={styles.said}>{t('pipelines.only_if', { condition: words(condition, editor) })}</p>
}

function allTags(ids: readonly string[]): Condition {
  return { kind: 'all', of: ids.map((tagId) => ({ kind: 'tag', tagId })) }
}

/** The tags of a condition that asks for all of them; null where it asks for anything else. */
function simpleTags(condition: Condition): string[] | null {
  if (condition.kind === 'tag') return [condition.tagId]
  if (condition.kind !== 'all') return null
  const tagIds = condition.of.flatMap((part) => (part.kind === 'tag' ? part.tagId : []))
  return tagIds.length === condition.of.length ? tagIds : null
}

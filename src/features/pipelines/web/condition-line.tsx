import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import {
  ACCOUNT_TYPES,
  CONTACT_SETTINGS,
  DATE_OPERATORS,
  JOB_DATES,
  type JobDateLeaf,
  type Leaf,
  PRIORITIES,
} from '#conditions/model.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import { AnswerParts } from './answer-parts.tsx'
import styles from './condition-tree.module.css'
import { useEditor } from './editor-context.tsx'
import { TagPick } from './tag-pick.tsx'

export type ConditionLineProps = {
  leaf: Leaf
  onChange: (leaf: Leaf) => void
  onRemove: () => void
  /** how it comes out for the client it is tried with */
  children: ReactNode
}

/** One line of a condition, as a sentence whose parts can be chosen. */
export function ConditionLine({ leaf, onChange, onRemove, children }: ConditionLineProps) {
  const t = useText()
  return (
    <div className={styles.line}>
      {leaf.kind !== 'organizer_answer' && leaf.kind !== 'job_date' && (
        <span className={styles.words}>{t(`pipelines.line_${leaf.kind}`)}</span>
      )}
      <Parts leaf={leaf} onChange={onChange} />
      <span className={styles.end}>
        {children}
        <ActionIcon size="sm" aria-label={t('pipelines.remove_line')} onClick={onRemove}>
          <IconX {...SMALL_ICON} />
        </ActionIcon>
      </span>
    </div>
  )
}

type PartsProps = Pick<ConditionLineProps, 'leaf' | 'onChange'>

function Parts({ leaf, onChange }: PartsProps) {
  const t = useText()
  const { vocabulary } = useEditor()
  const shared = {
    size: 'xs',
    className: styles.pick,
    allowDeselect: false,
    'aria-label': t('pipelines.line_value'),
  } as const
  switch (leaf.kind) {
    case 'tag':
      return <TagPick value={leaf.tagId} onChange={(tagId) => onChange({ ...leaf, tagId })} />
    case 'account_type':
      return (
        <Select
          {...shared}
          data={ACCOUNT_TYPES.map((type) => ({ value: type, label: t('condition.account_type', { type }) }))}
          value={leaf.is}
          onChange={(is) => is && onChange({ ...leaf, is: is as typeof leaf.is })}
        />
      )
    case 'job_priority':
      return (
        <Select
          {...shared}
          data={PRIORITIES.map((priority) => ({ value: priority, label: t(`pipelines.priority_${priority}`) }))}
          value={leaf.is}
          onChange={(is) => is && onChange({ ...leaf, is: is as typeof leaf.is })}
        />
      )
    case 'assignee_role':
      return (
        <Select
          {...shared}
          data={vocabulary.roles.map(({ id, name }) => ({ value: id, label: name }))}
          value={leaf.roleId}
          placeholder={t('pipelines.choose_role')}
          onChange={(roleId) => roleId && onChange({ ...leaf, roleId })}
        />
      )
    case 'contact_setting':
      return (
        <Select
          {...shared}
          data={CONTACT_SETTINGS.map((value) => ({ value, label: t(`pipelines.setting_${value}`) }))}
          value={leaf.setting}
          onChange={(setting) => setting && onChange({ ...leaf, setting: setting as typeof leaf.setting })}
        />
      )
    case 'job_date':
      return <DateParts leaf={leaf} onChange={onChange} />
    case 'organizer_answer':
      return <AnswerParts leaf={leaf} onChange={onChange} />
    case 'answer':
      return null
  }
}

function DateParts({ leaf, onChange }: { leaf: JobDateLeaf; onChange: (leaf: JobDateLeaf) => void }) {
  const t = useText()
  const shared = { size: 'xs', className: styles.pick, allowDeselect: false } as const
  const change = (operator: JobDateLeaf['operator']) => {
    const { value, ...rest } = leaf
    onChange(operator === 'answered' ? { ...rest, operator } : { ...rest, operator, value: value ?? '' })
  }
  return (
    <>
      <Select
        {...shared}
        aria-label={t('pipelines.line_date')}
        data={JOB_DATES.map((value) => ({ value, label: t(`pipelines.date_${value}`) }))}
        value={leaf.field}
        onChange={(field) => field && onChange({ ...leaf, field: field as typeof leaf.field })}
      />
      <Select
        {...shared}
        aria-label={t('pipelines.line_operator')}
        data={DATE_OPERATORS.map((value) => ({ value, label: t(`pipelines.date_operator_${value}`) }))}
        value={leaf.operator}
        onChange={(operator) => operator && change(operator as JobDateLeaf['operator'])}
      />
      {leaf.operator !== 'answered' && (
        <TextInput
          size="xs"
          type="date"
          className={styles.pick}
          aria-label={t('pipelines.line_value')}
          value={leaf.value ?? ''}
          onChange={(event) => onChange({ ...leaf, value: event.currentTarget.value })}
        />
      )}
    </>
  )
}

import { Select } from '@mantine/core'
import { ChipRule, FilterChip } from '#web/design/filter-chip.tsx'
import { SearchField } from '#web/design/search-field.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { TASK_PRIORITIES } from '../model.ts'
import { useMembers } from './assignees-field.tsx'
import styles from './task-filters.module.css'
import { type TaskSearch, taskSearch } from './task-search.ts'

export type TaskFiltersProps = { search: TaskSearch; onChange: (search: TaskSearch) => void }

/** Whose tasks, by when, how urgent, which words; open ones also in which order (T-8). */
export function TaskFilters({ state, ...props }: TaskFiltersProps & { state: 'open' | 'closed' }) {
  return (
    <>
      <Whose {...props} />
      <ChipRule />
      {state === 'open' && <Due {...props} />}
      <Narrow {...props} />
      {state === 'open' && <Order {...props} />}
    </>
  )
}

function Whose({ search, onChange }: TaskFiltersProps) {
  const t = useText()
  const { member } = useMember()
  const colleagues = useMembers().filter(({ value }) => value !== member.id)
  const set = (who: string | undefined) => onChange(taskSearch({ ...search, who }))
  const { who } = search
  return (
    <>
      <FilterChip on={!who} onPress={() => set(undefined)}>
        {t('tasks.mine')}
      </FilterChip>
      <FilterChip on={who === 'nobody'} onPress={() => set('nobody')}>
        {t('tasks.unassigned')}
      </FilterChip>
      <FilterChip on={who === 'everybody'} onPress={() => set('everybody')}>
        {t('tasks.everybody')}
      </FilterChip>
      <Pick
        label={t('tasks.colleague')}
        data={colleagues}
        value={colleagues.some(({ value }) => value === who) ? who : undefined}
        onPick={set}
      />
    </>
  )
}

function Due({ search, onChange }: TaskFiltersProps) {
  const t = useText()
  const { due } = search
  const toggle = (pressed: NonNullable<TaskSearch['due']>) =>
    onChange(taskSearch({ ...search, due: due === pressed ? undefined : pressed }))
  return (
    <>
      <FilterChip state="stuck" on={due === 'overdue'} onPress={() => toggle('overdue')}>
        {t('tasks.overdue')}
      </FilterChip>
      <FilterChip on={due === 'week'} onPress={() => toggle('week')}>
        {t('tasks.this_week')}
      </FilterChip>
    </>
  )
}

function Narrow({ search, onChange }: TaskFiltersProps) {
  const t = useText()
  return (
    <>
      <Pick
        label={t('tasks.priority')}
        data={TASK_PRIORITIES.map((value) => ({ value, label: t(`tasks.priority_${value}`) })).reverse()}
        value={search.priority}
        onPick={(priority) => onChange(taskSearch({ ...search, priority }))}
      />
      <SearchField
        label={t('tasks.search')}
        value={search.q ?? ''}
        onSearch={(q) => onChange(taskSearch({ ...search, q }))}
      />
    </>
  )
}

function Order({ search, onChange }: TaskFiltersProps) {
  const t = useText()
  const orders = ['due', 'priority'] as const
  return (
    <Select
      size="xs"
      className={styles.order}
      aria-label={t('tasks.order')}
      data={orders.map((value) => ({ value, label: t(`tasks.order_${value}`) }))}
      value={search.sort ?? 'due'}
      onChange={(sort) => onChange(taskSearch({ ...search, sort }))}
    />
  )
}

type PickProps = {
  label: string
  data: { value: string; label: string }[]
  value: string | undefined
  onPick: (value: string | undefined) => void
}

function Pick({ label, data, value, onPick }: PickProps) {
  const t = useText()
  return (
    <Select
      size="xs"
      searchable
      clearable
      className={styles.pick}
      aria-label={label}
      placeholder={label}
      data={data}
      value={value ?? null}
      onChange={(picked) => onPick(picked ?? undefined)}
      clearButtonProps={{ 'aria-label': t('filter.remove', { name: label }) }}
    />
  )
}

import { Select, TextInput } from '@mantine/core'
import { useText } from '#web/text.tsx'
import { AccountFilter } from './account-filter.tsx'
import styles from './board-filters.module.css'
import { DATES, LABELS } from './filter-keys.ts'
import type { ListFilter } from './jobs-search.ts'
import type { PickKey, useFilterChoices } from './use-filter-choices.ts'

type FilterPicksProps = {
  filter: ListFilter
  picks: readonly PickKey[]
  choices: ReturnType<typeof useFilterChoices>
  onChange: (changed: ListFilter) => void
}

/** A field for each thing that jobs can be narrowed to. */
export function FilterPicks({ filter, picks, choices, onChange }: FilterPicksProps) {
  const t = useText()
  return (
    <>
      <AccountFilter accountId={filter.accountId} onChange={(accountId) => onChange({ accountId })} />
      {picks.map((key) => (
        <Select
          key={key}
          size="xs"
          label={t(LABELS[key])}
          placeholder={t('filter.jobs.any')}
          data={choices[key]}
          value={filter[key] ?? null}
          onChange={(value) => onChange({ [key]: value ?? undefined })}
          comboboxProps={{ withinPortal: false }}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('filter.remove', { name: t(LABELS[key]) }) }}
        />
      ))}
      <div className={styles.dates}>
        {DATES.map((key) => (
          <TextInput
            key={key}
            type="date"
            size="xs"
            label={t(LABELS[key])}
            value={filter[key] ?? ''}
            onChange={(event) => onChange({ [key]: event.currentTarget.value || undefined })}
          />
        ))}
      </div>
    </>
  )
}

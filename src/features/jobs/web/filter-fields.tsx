import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { SetFilter } from '#web/design/filter-chip.tsx'
import { SMALL_ICON } from '#web/design/icon.ts'
import { later } from '#web/design/later.tsx'
import { Popover } from '#web/design/pop-up.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { useAccountName } from './account-name.ts'
import styles from './board-filters.module.css'
import { DATES, type FilterKey, LABELS, LIST_PICKS, PICKS } from './filter-keys.ts'
import type { ListFilter } from './jobs-search.ts'
import { type Named, type PickKey, type Places, useFilterChoices } from './use-filter-choices.ts'

const FilterPicks = later(async () => (await import('./filter-picks.tsx')).FilterPicks)

type FilterFieldsProps = {
  filter: ListFilter
  /** custom statuses that jobs may be in */
  statuses: readonly Named[]
  /** for lists of jobs of all pipelines: these, and where in them jobs can be */
  places?: Pick<Places, 'pipelines' | 'stages'>
  onChange: (changed: ListFilter) => void
}

/** Everything that jobs can be narrowed to, behind one button, and what is set as chips beside it (VIEW-7). */
export function FilterFields({ filter, statuses, places, onChange }: FilterFieldsProps) {
  const t = useText()
  const choices = useFilterChoices({ statuses, pipelines: places?.pipelines ?? [], stages: places?.stages ?? [] })
  const account = useAccountName(filter.accountId)
  const picks = places ? [...LIST_PICKS, ...PICKS] : PICKS
  const { date } = useFormat()
  const said = (key: FilterKey): string | undefined => {
    const value = filter[key]
    if (!value) return undefined
    return DATES.some((it) => it === key)
      ? date(value)
      : choices[key as PickKey].find((choice) => choice.value === value)?.label
  }
  const set = [...picks, ...DATES].filter((key) => filter[key] !== undefined)
  return (
    <>
      {filter.accountId && (
        <SetFilter name={t('filter.jobs.accountId')} onRemove={() => onChange({ accountId: undefined })}>
          {t('filter.jobs.accountId')}: <b>{account ?? '…'}</b>
        </SetFilter>
      )}
      {set.map((key) => (
        <SetFilter key={key} name={t(LABELS[key])} onRemove={() => onChange({ [key]: undefined })}>
          {t(LABELS[key])}: <b>{said(key) ?? '…'}</b>
        </SetFilter>
      ))}
      <Popover position="bottom-start" width={300} trapFocus returnFocus>
        <Popover.Target>
          <Button size="xs" variant="subtle" className={styles.add} leftSection={<IconPlus {...SMALL_ICON} />}>
            {t('filter.jobs.add')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={styles.fields} aria-label={t('filter.jobs.add')}>
          <h3 tabIndex={-1} data-autofocus className={styles.title}>
            {t('filter.jobs.add')}
          </h3>
          <FilterPicks filter={filter} picks={picks} choices={choices} onChange={onChange} />
        </Popover.Dropdown>
      </Popover>
    </>
  )
}

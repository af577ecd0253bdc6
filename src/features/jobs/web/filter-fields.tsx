import { Button, Popover, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { accountsContract } from '#features/accounts/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { SetFilter } from '#web/design/filter-chip.tsx'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useFormat, useText } from '#web/text.tsx'
import type { TextKey } from '../../../texts.ts'
import styles from './board-filters.module.css'
import type { BoardFilter } from './use-board.ts'
import { type PickKey, useFilterChoices } from './use-filter-choices.ts'

type DateKey = 'dueFrom' | 'dueTo' | 'startFrom' | 'startTo'
type Key = PickKey | DateKey

const PICKS: readonly PickKey[] = [
  'assigneeId',
  'roleId',
  'memberId',
  'tagId',
  'priority',
  'statusId',
  'clientStatusId',
  'overdue',
  'pending',
]
const DATES: readonly DateKey[] = ['dueFrom', 'dueTo', 'startFrom', 'startTo']
const LABELS: Record<Key | 'accountId', TextKey> = {
  accountId: 'filter.jobs.accountId',
  assigneeId: 'filter.jobs.assigneeId',
  roleId: 'filter.jobs.roleId',
  memberId: 'filter.jobs.memberId',
  tagId: 'filter.jobs.tagId',
  priority: 'filter.jobs.priority',
  statusId: 'filter.jobs.statusId',
  clientStatusId: 'filter.jobs.clientStatusId',
  overdue: 'filter.jobs.overdue',
  pending: 'filter.jobs.pending',
  dueFrom: 'filter.jobs.dueFrom',
  dueTo: 'filter.jobs.dueTo',
  startFrom: 'filter.jobs.startFrom',
  startTo: 'filter.jobs.startTo',
}

type FilterFieldsProps = {
  filter: BoardFilter
  /** custom statuses that jobs may be in */
  statuses: readonly { id: string; name: string }[]
  onChange: (changed: BoardFilter) => void
}

/** Everything that jobs can be narrowed to, behind one button, and what is set as chips beside it (VIEW-7). */
export function FilterFields({ filter, statuses, onChange }: FilterFieldsProps) {
  const t = useText()
  const choices = useFilterChoices(statuses)
  const account = useEndpoint(
    accountsContract.getAccount,
    { params: { id: filter.accountId ?? '' } },
    { enabled: filter.accountId !== undefined },
  )
  const { date } = useFormat()
  const said = (key: Key): string | undefined => {
    const value = filter[key]
    if (!value) return undefined
    return DATES.some((it) => it === key)
      ? date(value)
      : choices[key as PickKey].find((choice) => choice.value === value)?.label
  }
  const set = [...PICKS, ...DATES].filter((key) => filter[key] !== undefined)
  return (
    <>
      {filter.accountId && (
        <SetFilter name={t(LABELS.accountId)} onRemove={() => onChange({ accountId: undefined })}>
          {t(LABELS.accountId)}: <b>{account.data?.name ?? '…'}</b>
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
          {PICKS.map((key) => (
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
        </Popover.Dropdown>
      </Popover>
    </>
  )
}

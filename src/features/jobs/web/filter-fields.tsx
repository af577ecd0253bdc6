import { Button, Popover, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { SetFilter } from '#web/design/filter-chip.tsx'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useFormat, useText } from '#web/text.tsx'
import type { TextKey } from '../../../texts.ts'
import { AccountFilter, useAccountName } from './account-filter.tsx'
import styles from './board-filters.module.css'
import type { ListFilter } from './jobs-search.ts'
import { type Named, type PickKey, type Places, useFilterChoices } from './use-filter-choices.ts'

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
/** What a board shows as its columns, and with its chips. */
const LIST_PICKS: readonly PickKey[] = ['pipelineId', 'stageId', 'turn']
const DATES: readonly DateKey[] = ['dueFrom', 'dueTo', 'startFrom', 'startTo']
const LABELS: Record<Key, TextKey> = {
  pipelineId: 'add.pipeline',
  stageId: 'move.stage',
  turn: 'home.turn',
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
  const said = (key: Key): string | undefined => {
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
        </Popover.Dropdown>
      </Popover>
    </>
  )
}

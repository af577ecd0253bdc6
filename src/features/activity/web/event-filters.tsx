import { Button, Select, TextInput } from '@mantine/core'
import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import { type ActivitySearch, KINDS } from './activity-search.ts'
import styles from './event-filters.module.css'

type EventFiltersProps = { search: ActivitySearch; onSearch: (search: ActivitySearch) => void }

/** Narrows a history to somebody, to a kind of event, and to days of the firm (AUD-2). */
export function EventFilters({ search, onSearch }: EventFiltersProps) {
  const t = useText()
  const people = usePeople()
  const set = (name: keyof ActivitySearch, value: string | null) => {
    const { [name]: _, ...others } = search
    onSearch(value ? { ...others, [name]: value } : others)
  }
  return (
    <div className={styles.filters}>
      <Select
        size="xs"
        label={t('activity.kind')}
        value={search.kind ?? ''}
        onChange={(value) => set('kind', value)}
        data={[
          { value: '', label: t('activity.all') },
          ...KINDS.map((value) => ({ value, label: t(`activity.kind.${value}`) })),
        ]}
      />
      <Select
        size="xs"
        label={t('activity.who')}
        value={search.who ?? ''}
        onChange={(value) => set('who', value)}
        data={people}
        searchable
        nothingFoundMessage={t('activity.nobody_found')}
      />
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          size="xs"
          label={t(`activity.day_${name}`)}
          value={search[name] ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      ))}
      {Object.keys(search).length > 0 && (
        <Button size="xs" variant="subtle" onClick={() => onSearch({})}>
          {t('activity.clear')}
        </Button>
      )}
    </div>
  )
}

function usePeople() {
  const t = useText()
  const team = useEndpoint(teamContract.listTeam, {}, { hears: ['members'] })
  return [
    { value: '', label: t('activity.anybody') },
    { value: 'member', label: t('activity.whole_team') },
    { value: 'contact', label: t('activity.clients') },
    { value: 'automation', label: t('activity.automation') },
    { value: 'system', label: t('activity.system') },
    ...(team.data?.items ?? []).map(({ id, name }) => ({ value: id as string, label: name })),
  ]
}

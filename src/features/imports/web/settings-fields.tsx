import { MultiSelect, Select, Switch } from '@mantine/core'
import { ACCOUNT_TYPES, type AccountType } from '#features/accounts/model.ts'
import { tagsContract } from '#features/tags/contract.ts'
import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Stack } from '#web/design/form.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import type { ImportMapping, ImportSettings } from '../model.ts'
import styles from './settings-fields.module.css'

type Props = { mapping: ImportMapping; onChange: (settings: ImportSettings) => void }

/** What every client of the file gets: type, tags, team, and the switches of new addresses (IMP-4). */
export function SettingsFields({ mapping: { mode, settings }, onChange }: Props) {
  const t = useText()
  const set = (changed: Partial<ImportSettings>) => onChange({ ...settings, ...changed })
  const types = ACCOUNT_TYPES.map((type) => ({ value: type, label: t(`clients.type_${type}`) }))
  return (
    <div className={styles.fields}>
      <Stack>
        <Select
          allowDeselect={false}
          label={t('imports.type')}
          data={types}
          value={settings.type}
          onChange={(type) => type && set({ type: type as AccountType })}
        />
        <Tags value={settings.tagIds} onChange={(tagIds) => set({ tagIds })} />
        <Team value={settings.memberIds} onChange={(memberIds) => set({ memberIds })} />
        {mode !== 'accounts' && (
          <Switch.Group
            label={t('imports.switches')}
            description={t('imports.switches_help')}
            value={(['login', 'notify'] as const).filter((name) => settings[name])}
            onChange={(on) => set({ login: on.includes('login'), notify: on.includes('notify') })}
          >
            <div className={styles.switches}>
              <Switch value="login" label={t('imports.login')} />
              <Switch value="notify" label={t('imports.notify')} />
            </div>
          </Switch.Group>
        )}
      </Stack>
    </div>
  )
}

type PickProps<Ids> = { value: Ids; onChange: (ids: Ids) => void }

function Tags({ value, onChange }: PickProps<ImportSettings['tagIds']>) {
  const t = useText()
  const mayTag = useRight('manage_tags')
  const { data } = useEndpoint(tagsContract.listTags, {}, { enabled: mayTag })
  if (!data || data.items.length === 0) return null
  return (
    <MultiSelect
      searchable
      label={t('imports.tags')}
      data={data.items.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={(ids) => onChange(ids as ImportSettings['tagIds'])}
    />
  )
}

function Team({ value, onChange }: PickProps<ImportSettings['memberIds']>) {
  const t = useText()
  const mayAssign = useRight('assign_team_members')
  const { data } = useEndpoint(teamContract.listTeam, {}, { enabled: mayAssign })
  const working = data?.items.filter((member) => member.state !== 'deactivated')
  if (!working) return null
  return (
    <MultiSelect
      searchable
      label={t('imports.team')}
      data={working.map(({ id, name }) => ({ value: id as string, label: name }))}
      value={value}
      onChange={(ids) => onChange(ids as ImportSettings['memberIds'])}
    />
  )
}

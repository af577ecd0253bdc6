import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconBookmarkPlus, IconCheck, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { later } from '#web/design/later.tsx'
import { useText } from '#web/text.tsx'
import { type SavedFilter, savedFiltersContract } from '../contract.ts'
import type { Place } from '../model.ts'
import { type FilterNow, isSameFilter, isSet } from './filter-now.ts'
import styles from './saved-filters.module.css'

const ManageFilters = later(async () => (await import('./manage-filters.tsx')).ManageFilters)
const SaveFilter = later(async () => (await import('./save-filter.tsx')).SaveFilter)

type SavedFiltersProps = {
  place: Place
  now: FilterNow
  /** whether a saved one can mean anything here; the others are not offered */
  fits: (filter: FilterNow) => boolean
  onApply: (filter: FilterNow) => void
}

/** Filters that were saved under names, one's own and the firm's, and a way to save what is set (VIEW-7). */
export function SavedFilters({ place, now, fits, onApply }: SavedFiltersProps) {
  const t = useText()
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const { data } = useEndpoint(savedFiltersContract.listSavedFilters, { query: { place } })
  const saved = data?.items.filter(({ filter }) => fits(filter)) ?? []
  const current = saved.find(({ filter }) => isSameFilter(filter, now))
  const canSave = isSet(now) && !current
  const close = () => setOpen(null)
  const lists = [
    { label: t('saved_filters.own'), filters: saved.filter(({ shared }) => !shared) },
    { label: t('saved_filters.firms'), filters: saved.filter(({ shared }) => shared) },
  ].filter(({ filters }) => filters.length > 0)
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button
            size="xs"
            variant="subtle"
            className={styles.button}
            leftSection={<IconBookmark {...SMALL_ICON} />}
            {...(current ? { 'aria-label': `${t('saved_filters.open')}: ${current.name}` } : {})}
          >
            {current?.name ?? t('saved_filters.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          {saved.length === 0 && <p className={styles.none}>{t('saved_filters.none')}</p>}
          {lists.map(({ label, filters }) => (
            <Section key={label} label={label} filters={filters} current={current} onApply={onApply} />
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconBookmarkPlus {...ICON} />} disabled={!canSave} onClick={() => setOpen('save')}>
            {t('saved_filters.save')}
          </Menu.Item>
          {!isSet(now) && <p className={styles.none}>{t('saved_filters.nothing_set')}</p>}
          {saved.length > 0 && (
            <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => setOpen('manage')}>
              {t('saved_filters.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'save' && <SaveFilter place={place} filter={now} onClose={close} />}
      {open === 'manage' && <ManageFilters filters={saved} onClose={close} />}
    </>
  )
}

type SectionProps = {
  label: string
  filters: SavedFilter[]
  current: SavedFilter | undefined
  onApply: (filter: FilterNow) => void
}

function Section({ label, filters, current, onApply }: SectionProps) {
  return (
    <>
      <Menu.Label>{label}</Menu.Label>
      {filters.map(({ id, name, filter }) => (
        <Menu.Item
          key={id}
          onClick={() => onApply(filter)}
          rightSection={id === current?.id && <IconCheck {...SMALL_ICON} />}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  )
}

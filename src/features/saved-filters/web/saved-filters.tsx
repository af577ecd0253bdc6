import { Button } from '@mantine/core'
import { IconBookmark, IconBookmarkPlus, IconCheck, IconDeviceFloppy, IconPencil } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { later } from '#web/design/later.tsx'
import { Menu } from '#web/design/pop-up.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { type SavedFilter, savedFiltersContract } from '../contract.ts'
import type { Place } from '../model.ts'
import { type FilterNow, isSet } from './filter-now.ts'
import styles from './saved-filters.module.css'
import { useOpened } from './use-opened.ts'
import { useOverwrite } from './use-overwrite.tsx'

const ManageFilters = later(async () => (await import('./manage-filters.tsx')).ManageFilters)
const SaveFilter = later(async () => (await import('./save-filter.tsx')).SaveFilter)

type SavedFiltersProps = {
  place: Place
  now: FilterNow
  /** whether a saved one can mean anything here; the others are not offered */
  fits: (filter: FilterNow) => boolean
  onApply: (filter: FilterNow) => void
}

/** Filters that were saved under names, one's own and the firm's, and ways to save what is set (VIEW-7). */
export function SavedFilters({ place, now, fits, onApply }: SavedFiltersProps) {
  const t = useText()
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null)
  const { data } = useEndpoint(savedFiltersContract.listSavedFilters, { query: { place } })
  const saved = data?.items.filter(({ filter }) => fits(filter)) ?? []
  const { opened, isChanged, open } = useOpened(saved, now)
  const take = (filter: SavedFilter) => {
    open(filter)
    onApply(filter.filter)
  }
  const { run: overwrite, refused } = useOverwrite(now, take)
  const called = opened && (isChanged ? t('saved_filters.changed', { name: opened.name }) : opened.name)
  const close = () => setDialog(null)
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button
            size="xs"
            variant="subtle"
            className={styles.button}
            leftSection={<IconBookmark {...SMALL_ICON} />}
            {...(called ? { 'aria-label': `${t('saved_filters.open')}: ${called}` } : {})}
          >
            {called ?? t('saved_filters.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          <Lists saved={saved} openedId={opened?.id} onTake={take} />
          <Menu.Divider />
          <SaveItems
            now={now}
            opened={opened}
            isChanged={isChanged}
            onOverwrite={overwrite}
            onSaveNew={() => setDialog('save')}
          />
          {saved.length > 0 && (
            <Menu.Item leftSection={<IconPencil {...ICON} />} onClick={() => setDialog('manage')}>
              {t('saved_filters.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' && <SaveFilter place={place} filter={now} onClose={close} />}
      {dialog === 'manage' && <ManageFilters filters={saved} onClose={close} />}
      {refused}
    </>
  )
}

type ListsProps = { saved: SavedFilter[]; openedId: string | undefined; onTake: (filter: SavedFilter) => void }

function Lists({ saved, openedId, onTake }: ListsProps) {
  const t = useText()
  if (saved.length === 0) return <p className={styles.none}>{t('saved_filters.none')}</p>
  const lists = [
    { label: t('saved_filters.own'), filters: saved.filter(({ shared }) => !shared) },
    { label: t('saved_filters.firms'), filters: saved.filter(({ shared }) => shared) },
  ].filter(({ filters }) => filters.length > 0)
  return lists.map(({ label, filters }) => (
    <Fragment key={label}>
      <Menu.Label>{label}</Menu.Label>
      {filters.map((filter) => (
        <Menu.Item
          key={filter.id}
          onClick={() => onTake(filter)}
          rightSection={filter.id === openedId && <IconCheck {...SMALL_ICON} />}
        >
          {filter.name}
        </Menu.Item>
      ))}
    </Fragment>
  ))
}

type SaveItemsProps = {
  now: FilterNow
  opened: SavedFilter | undefined
  isChanged: boolean
  onOverwrite: (seen: SavedFilter) => void
  onSaveNew: () => void
}

/** What is set can go into the filter that is open, where that may be changed, or into a new one. */
function SaveItems({ now, opened, isChanged, onOverwrite, onSaveNew }: SaveItemsProps) {
  const t = useText()
  const managesFirm = useMember().member.role !== 'employee'
  return (
    <>
      {opened && isChanged && (managesFirm || !opened.shared) && (
        <Menu.Item leftSection={<IconDeviceFloppy {...ICON} />} onClick={() => onOverwrite(opened)}>
          {t('saved_filters.save_changes', { name: opened.name })}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconBookmarkPlus {...ICON} />}
        disabled={!isSet(now) || (opened !== undefined && !isChanged)}
        onClick={onSaveNew}
      >
        {t(opened && isChanged ? 'saved_filters.save_new' : 'saved_filters.save')}
      </Menu.Item>
      {!isSet(now) && <p className={styles.none}>{t('saved_filters.nothing_set')}</p>}
    </>
  )
}

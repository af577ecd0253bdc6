import { VisuallyHidden } from '@mantine/core'
import { type Icon, IconDots } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useText } from '../text.tsx'
import { ICON } from './icon.ts'
import { shownKey, useKeys } from './keys.tsx'
import { announce } from './live-region.tsx'
import { Menu } from './pop-up.tsx'
import styles from './selection-bar.module.css'

export type SelectionAction = {
  label: string
  icon?: Icon
  /** a single key that does it: 'm' */
  keys?: string
  run: () => void
}

export type SelectionBarProps = {
  count: number
  /** how many there are in all, where more can be selected than is loaded */
  total?: number
  onSelectAll?: () => void
  onClear: () => void
  /** at most five; the rest goes into `more` */
  actions: SelectionAction[]
  more?: SelectionAction[]
}

/** The dark bar at the bottom while rows or cards are selected. Absent at zero; Escape clears. */
export function SelectionBar(props: SelectionBarProps) {
  return props.count === 0 ? null : <Bar {...props} />
}

function Bar({ count, total, onSelectAll, onClear, actions, more = [] }: SelectionBarProps) {
  const t = useText()
  const said = t('selection.count', { count })
  useEffect(() => announce(said), [said])
  useKeys(t('selection.toolbar'), [
    ...actions.flatMap(({ keys, label, run }) => (keys ? [{ keys, label, run }] : [])),
    { keys: 'escape', label: t('selection.clear'), run: onClear },
  ])
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('selection.toolbar')}>
      <b className={styles.count}>{said}</b>
      {onSelectAll && total !== undefined && total > count && (
        <button type="button" className={styles.all} onClick={onSelectAll}>
          {t('selection.all', { count: total })}
        </button>
      )}
      <span className={styles.rule} />
      <div className={styles.acts}>
        {actions.map((action) => (
          <ActionButton key={action.label} {...action} />
        ))}
      </div>
      {more.length > 0 && <MoreActions actions={more} />}
      <span className={styles.rule} />
      <button type="button" className={styles.act} onClick={onClear}>
        <VisuallyHidden>{t('selection.clear')}</VisuallyHidden>
        <kbd>Esc</kbd>
      </button>
    </div>
  )
}

function ActionButton({ label, icon: Icon, keys, run }: SelectionAction) {
  return (
    <button type="button" className={styles.act} onClick={run}>
      {Icon && <Icon {...ICON} />}
      <span className={styles.label}>{label}</span>
      {keys && <kbd>{shownKey(keys)}</kbd>}
    </button>
  )
}

function MoreActions({ actions }: { actions: SelectionAction[] }) {
  const t = useText()
  return (
    <Menu position="top-end">
      <Menu.Target>
        <button type="button" className={styles.act} aria-label={t('ui.more')}>
          <IconDots {...ICON} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map(({ label, icon: Icon, run }) => (
          <Menu.Item key={label} leftSection={Icon && <Icon {...ICON} />} onClick={run}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

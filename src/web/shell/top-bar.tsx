import { ActionIcon, Button } from '@mantine/core'
import { IconMenu2, IconPlus, IconQuestionMark, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ICON } from '../design/icon.ts'
import { shownKey } from '../design/keys.tsx'
import { Menu } from '../design/pop-up.tsx'
import { useText } from '../text.tsx'
import styles from './top-bar.module.css'

export type TopBarProps = {
  tools: ReactNode
  newItems: ReactNode
  onOpen: (what: 'palette' | 'help' | 'menu') => void
}

/** Search, the page's tools, help and *New*. */
export function TopBar({ tools, newItems, onOpen }: TopBarProps) {
  const t = useText()
  return (
    <header className={styles.top}>
      <ActionIcon className={styles.menuButton} aria-label={t('shell.menu')} onClick={() => onOpen('menu')}>
        <IconMenu2 {...ICON} />
      </ActionIcon>
      <button type="button" className={styles.find} aria-haspopup="dialog" onClick={() => onOpen('palette')}>
        <IconSearch {...ICON} />
        <span className={styles.findText}>{t('shell.search')}</span>
        <kbd>{shownKey('mod+k')}</kbd>
      </button>
      <div className={styles.tools}>
        {tools}
        <ActionIcon className={styles.help} aria-label={t('shell.keys')} onClick={() => onOpen('help')}>
          <IconQuestionMark {...ICON} />
        </ActionIcon>
        {newItems && <NewMenu>{newItems}</NewMenu>}
      </div>
    </header>
  )
}

function NewMenu({ children }: { children: ReactNode }) {
  const t = useText()
  return (
    <Menu>
      <Menu.Target>
        <Button variant="filled" leftSection={<IconPlus {...ICON} />} className={styles.new}>
          {t('shell.new')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

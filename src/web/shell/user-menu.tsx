import { UnstyledButton } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import type { Locale } from '#kernel/locale.ts'
import { Avatar } from '../design/avatar.tsx'
import { ICON } from '../design/icon.ts'
import { Menu } from '../design/pop-up.tsx'
import { useText } from '../text.tsx'
import { PreferenceItems } from './preferences.tsx'
import styles from './user-menu.module.css'

export type UserMenuProps = {
  name: string
  email: string
  onLocale?: ((locale: Locale) => void) | undefined
  onSignOut: () => void
}

/** Who is signed in; appearance, language and the way out. */
export function UserMenu({ name, email, onLocale, onSignOut }: UserMenuProps) {
  const t = useText()
  return (
    <Menu position="top-start">
      <Menu.Target>
        <UnstyledButton className={styles.user} title={name}>
          <Avatar name={name} you silent />
          <span className={styles.name}>{name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{email}</Menu.Label>
        <Menu.Divider />
        <PreferenceItems onLocale={onLocale} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout {...ICON} />} onClick={onSignOut}>
          {t('shell.sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

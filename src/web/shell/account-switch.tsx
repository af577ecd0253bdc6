import { UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { ICON } from '../design/icon.ts'
import { Menu } from '../design/pop-up.tsx'
import { useText } from '../text.tsx'
import styles from './account-switch.module.css'

export type PortalAccount = {
  id: string
  name: string
  /** "4 things are waiting", "Nothing is waiting" */
  waiting: string
}

export type AccountSwitchProps = {
  accounts: PortalAccount[]
  current: string
  onSwitch: (id: string) => void
  /** the client's own e-mail, under *Sign out* */
  email: string
  /** more items: details and language */
  children?: React.ReactNode
  onSignOut: () => void
}

/** Which account the client looks at, the others of his address, and the way out. */
export function AccountSwitch({ accounts, current, onSwitch, email, children, onSignOut }: AccountSwitchProps) {
  const t = useText()
  const name = accounts.find(({ id }) => id === current)?.name ?? email
  return (
    <Menu width={330} position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={styles.target}>
          <b>{name}</b>
          <span className={styles.switch}>
            {accounts.length > 1 ? t('portal.switch') : t('shell.menu')}
            <IconChevronDown {...ICON} />
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {accounts.length > 1 && <Menu.Label>{t('portal.accounts')}</Menu.Label>}
        {accounts.length > 1 &&
          accounts.map((account) => (
            <Menu.Item
              key={account.id}
              onClick={() => onSwitch(account.id)}
              rightSection={account.id === current && <IconCheck {...ICON} className={styles.shown} />}
            >
              {account.name}
              <small className={styles.small}>
                {account.waiting}
                {account.id === current && <span className={styles.hidden}>, {t('portal.shown')}</span>}
              </small>
            </Menu.Item>
          ))}
        {accounts.length > 1 && <Menu.Divider />}
        {children}
        <Menu.Item onClick={onSignOut}>
          {t('shell.sign_out')}
          <small className={styles.small}>{email}</small>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

import { Button } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import type { Shortcode } from '#kernel/shortcodes.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { OFFERED_CODES } from '../rules.ts'
import styles from './shortcode-menu.module.css'

/** Chooses a shortcode by what it says; `field` names where it goes, for screen readers. */
export function ShortcodeMenu({ field, onPick }: { field: string; onPick: (code: Shortcode) => void }) {
  const t = useText()
  const textOr = useTextOr()
  return (
    <Menu returnFocus={false}>
      <Menu.Target>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconBraces {...SMALL_ICON} />}
          aria-label={`${t('emails.insert_here')}: ${field}`}
        >
          {t('emails.insert')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {OFFERED_CODES.map((code) => (
          <Menu.Item
            key={code}
            rightSection={<code className={styles.code}>[{code}]</code>}
            onClick={() => onPick(code)}
          >
            {textOr(`emails.code.${code}`, 'emails.insert_here')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

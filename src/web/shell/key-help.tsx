import { Switch } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '../design/dialog.tsx'
import { shownKey, useKeyList, useSingleKeys } from '../design/keys.tsx'
import { useReturnedFocus } from '../design/returned-focus.ts'
import { useText } from '../text.tsx'
import styles from './key-help.module.css'

/** The keys that work on the page behind, and the switch for those of a single character. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const t = useText()
  useReturnedFocus()
  const list = useKeyList()
  const [groups] = useState(list)
  const [single, setSingle] = useSingleKeys()
  return (
    <Dialog opened onClose={onClose} title={t('shell.keys')}>
      {groups.map(({ title, keys }) => (
        <section key={title} className={styles.group}>
          <h3>{title}</h3>
          <dl>
            {keys.map((key) => (
              <div key={key.keys} className={styles.key}>
                <dt>{key.label}</dt>
                <dd>
                  <kbd>{shownKey(key.keys)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch
        checked={single}
        onChange={(event) => setSingle(event.currentTarget.checked)}
        label={t('keys.single')}
        description={t('keys.single_why')}
      />
    </Dialog>
  )
}

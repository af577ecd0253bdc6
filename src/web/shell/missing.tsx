import { Button } from '@mantine/core'
import { AppLink } from '../design/link.tsx'
import { useText } from '../text.tsx'
import styles from './missing.module.css'
import { PlainShell } from './plain-shell.tsx'

const PRODUCT = { name: 'Throughline' }

/** No page has this address, or it is not for the reader to see: the same answer. */
export function Missing() {
  const t = useText()
  return (
    <PlainShell firm={PRODUCT}>
      <h1>{t('missing.title')}</h1>
      <p className={styles.text}>{t('missing.text')}</p>
      <Button component={AppLink} to="/" variant="filled" fullWidth>
        {t('missing.home')}
      </Button>
    </PlainShell>
  )
}

/** A page that threw: says so, and offers to load it again. What was saved is safe. */
export function Crash() {
  const t = useText()
  return (
    <PlainShell firm={PRODUCT}>
      <div role="alert">
        <h1>{t('crash.title')}</h1>
        <p className={styles.text}>{t('crash.text')}</p>
      </div>
      <Button variant="filled" fullWidth onClick={() => window.location.reload()}>
        {t('crash.reload')}
      </Button>
    </PlainShell>
  )
}

import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useText } from '../text.tsx'
import { Dialog } from './dialog.tsx'

/** Asks before a page is left whose changes are not saved; the browser asks where the tab itself is closed. */
export function UnsavedGuard({ isDirty }: { isDirty: () => boolean }) {
  const t = useText()
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: isDirty, withResolver: true })
  return (
    <Dialog
      opened={blocker.status === 'blocked'}
      title={t('ui.leave_title')}
      onClose={() => blocker.reset?.()}
      buttons={
        <>
          <Button onClick={() => blocker.reset?.()}>{t('ui.stay')}</Button>
          <Button variant="filled" color="late" onClick={() => blocker.proceed?.()}>
            {t('ui.leave')}
          </Button>
        </>
      }
    >
      <p>{t('ui.leave_text')}</p>
    </Dialog>
  )
}

import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { Dialog } from '#web/design/dialog.tsx'
import { useText } from '#web/text.tsx'

/** Asks before a page is left whose changes are not saved; the browser asks where the tab itself is closed. */
export function UnsavedGuard({ isDirty }: { isDirty: () => boolean }) {
  const t = useText()
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: isDirty, withResolver: true })
  return (
    <Dialog
      opened={blocker.status === 'blocked'}
      title={t('emails.leave_title')}
      onClose={() => blocker.reset?.()}
      buttons={
        <>
          <Button onClick={() => blocker.reset?.()}>{t('emails.stay')}</Button>
          <Button variant="filled" color="late" onClick={() => blocker.proceed?.()}>
            {t('emails.leave')}
          </Button>
        </>
      }
    >
      <p>{t('emails.leave_text')}</p>
    </Dialog>
  )
}

import { Button } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { useText } from '../text.tsx'
import { Dialog } from './dialog.tsx'

/** Asks before a page is left whose changes are not saved; the browser asks where the tab itself is closed. */
export function UnsavedGuard({ isDirty }: { isDirty: () => boolean }) {
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: isDirty, withResolver: true })
  const isAsking = blocker.status === 'blocked'
  return isAsking && <Leave onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />
}

/** The same for a form that is closed where it stands: by a cross, by Escape, by a click beside it. */
export function useGuardedClose(onClose: () => void, isDirty: () => boolean): { close: () => void; guard: ReactNode } {
  const [isAsking, setAsking] = useState(false)
  const isLeft = useRef(false)
  const leave = () => {
    isLeft.current = true
    setAsking(false)
    onClose()
  }
  return {
    close: () => (isDirty() ? setAsking(true) : onClose()),
    guard: (
      <>
        <UnsavedGuard isDirty={() => !isLeft.current && isDirty()} />
        {isAsking && <Leave onStay={() => setAsking(false)} onLeave={leave} />}
      </>
    ),
  }
}

function Leave({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const t = useText()
  return (
    <Dialog
      opened
      title={t('ui.leave_title')}
      onClose={onStay}
      buttons={
        <>
          <Button onClick={onStay}>{t('ui.stay')}</Button>
          <Button variant="filled" color="late" onClick={onLeave}>
            {t('ui.leave')}
          </Button>
        </>
      }
    >
      <p>{t('ui.leave_text')}</p>
    </Dialog>
  )
}

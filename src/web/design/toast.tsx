import { useText } from '../text.tsx'
import { LinkButton } from './link.tsx'
import styles from './toast.module.css'

export type ToastOptions = {
  /** takes back what the toast tells of; the toast stays longer then */
  undo?: () => void
  /** failed: stays until closed */
  failed?: boolean
}

let toasted = false
let tellCorner = () => {}

/** Whether there was a toast yet. */
export const wasToasted = () => toasted

/** For the corner that shows them, which is not there before the first. */
export function hearOfToasts(hear: () => void): () => void {
  tellCorner = hear
  return () => {
    tellCorner = () => {}
  }
}

const SHORT_MS = 5000
const LONG_MS = 12_000

/** Says at the corner what was done, with *Undo* where that exists. Its words are read by screen readers. */
export function useToast(): (text: string, options?: ToastOptions) => void {
  const t = useText()
  return async (text, { undo, failed = false } = {}) => {
    toasted = true
    tellCorner()
    const { notifications } = await import('@mantine/notifications')
    const id = crypto.randomUUID()
    const takeBack = () => {
      notifications.hide(id)
      undo?.()
    }
    notifications.show({
      id,
      color: failed ? 'var(--late)' : 'var(--done)',
      autoClose: failed ? false : undo ? LONG_MS : SHORT_MS,
      closeButtonProps: { 'aria-label': t('ui.close') },
      message: (
        <span className={styles.message}>
          <span>{text}</span>
          {undo && <LinkButton onClick={takeBack}>{t('ui.undo')}</LinkButton>}
        </span>
      ),
    })
  }
}

import { ActionIcon, Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../text.tsx'
import styles from './dialog.module.css'
import { ICON } from './icon.ts'
import { KeyLayer } from './keys.tsx'
import { OnEscape } from './use-escape.ts'

export type DialogProps = {
  opened: boolean
  title: string
  onClose: () => void
  /** buttons, the main one last */
  buttons?: ReactNode
  children?: ReactNode
}

/** A small window over the page, for what can't be said where it happens. For anything larger take a Drawer. */
export function Dialog({ opened, title, onClose, buttons, children }: DialogProps) {
  const t = useText()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      centered
      lockScroll={false}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay transitionProps={{ duration: 0 }} />
      <Modal.Content classNames={{ content: styles.dialog }}>
        <KeyLayer>
          <OnEscape close={onClose} />
          <div className={styles.head}>
            <Modal.Title className={styles.title} tabIndex={-1} data-autofocus>
              {title}
            </Modal.Title>
            <ActionIcon size="sm" aria-label={t('ui.close')} onClick={onClose}>
              <IconX {...ICON} />
            </ActionIcon>
          </div>
          <div className={styles.body}>{children}</div>
          {buttons && <div className={styles.buttons}>{buttons}</div>}
        </KeyLayer>
      </Modal.Content>
    </Modal.Root>
  )
}

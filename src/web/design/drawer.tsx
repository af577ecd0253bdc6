import { ActionIcon, Drawer as MantineDrawer } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../text.tsx'
import styles from './drawer.module.css'
import { ICON } from './icon.ts'
import { KeyLayer } from './keys.tsx'
import { useReturnedFocus } from './returned-focus.ts'
import { useGuardedClose } from './unsaved-guard.tsx'
import { useEscape } from './use-escape.ts'

export type DrawerProps = {
  title: string
  /** above the title: where it belongs, as links */
  eyebrow?: ReactNode
  /** under the title, still in the head: Facts, steps, names */
  summary?: ReactNode
  /** beside the close button: previous, next, copy link, more */
  tools?: ReactNode
  /** at the right of the title: the main act */
  actions?: ReactNode
  /** stays at the bottom: what will happen, and the buttons */
  footer?: ReactNode
  /** `narrow` 520 px for panels, `wide` 1032 px for one job or account; `menu` stands at the left */
  width?: 'narrow' | 'wide' | 'menu'
  /** true: the page behind is dimmed and a click beside the drawer closes it */
  modal?: boolean
  /** whether it holds what is not saved: then leaving it is asked about */
  isDirty?: () => boolean
  /** goes back to the page behind: `navigate({ to: '..' })`; Escape calls it too */
  onClose: () => void
  children: ReactNode
}

/**
 * The panel at the right for one job, account or item. It is a route of its own (a child of the page behind it), so it
 * can be shared and reloaded: render it in that route and let `onClose` navigate to the parent. Holds the focus while
 * it is open and gives it back to where it came from.
 */
export function Drawer({ width = 'narrow', modal = true, isDirty, onClose, footer, children, ...head }: DrawerProps) {
  useReturnedFocus()
  const { close, guard } = useGuardedClose(onClose, isDirty ?? isNever)
  useEscape(close)
  return (
    <MantineDrawer.Root
      opened
      onClose={close}
      closeOnEscape={false}
      position={width === 'menu' ? 'left' : 'right'}
      lockScroll={false}
      returnFocus={false}
      closeOnClickOutside={modal}
      transitionProps={{ duration: 0 }}
    >
      {modal && <MantineDrawer.Overlay />}
      <MantineDrawer.Content
        classNames={{ content: styles.content, inner: styles.inner }}
        data-width={width}
        data-modal={modal || undefined}
      >
        <KeyLayer>
          <Head {...head} onClose={close} />
          <div className={styles.body}>{children}</div>
          {footer && <div className={styles.footer}>{footer}</div>}
          {isDirty && guard}
        </KeyLayer>
      </MantineDrawer.Content>
    </MantineDrawer.Root>
  )
}

const isNever = () => false

/** Two columns inside a wide drawer: what it is, and its story; below one another on a phone. */
export function DrawerColumns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{main}</div>
      <div className={styles.side}>{side}</div>
    </div>
  )
}

type HeadProps = Pick<DrawerProps, 'title' | 'eyebrow' | 'summary' | 'tools' | 'actions' | 'onClose'>

function Head({ title, eyebrow, summary, tools, actions, onClose }: HeadProps) {
  const t = useText()
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <div className={styles.eyebrow}>{eyebrow}</div>
        <div className={styles.tools}>
          {tools}
          <ActionIcon size="sm" aria-label={t('ui.close')} onClick={onClose}>
            <IconX {...ICON} />
          </ActionIcon>
        </div>
      </div>
      <div className={styles.titleLine}>
        <MantineDrawer.Title className={styles.title} tabIndex={-1} data-autofocus>
          {title}
        </MantineDrawer.Title>
        {actions}
      </div>
      {summary && <div className={styles.summary}>{summary}</div>}
    </div>
  )
}

import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import styles from './move-handle.module.css'

export type MoveHandleProps = {
  id: string
  /** what is moved, for screen readers */
  name: string
  onStep(by: -1 | 1): void
  /** further places, as `Menu.Item`s */
  children?: ReactNode
  ref: Ref<HTMLButtonElement>
}

/** What one drags by; pressed it offers the moves, and Alt with an arrow makes them at once (WCAG 2.5.7). */
export function MoveHandle({ id, name, onStep, children, ref }: MoveHandleProps) {
  const t = useText()
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          ref={ref}
          type="button"
          className={styles.handle}
          data-handle={id}
          aria-label={t('orgedit.move', { name })}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onKeyDown={stepKeys(onStep)}
        >
          <IconGripVertical {...ICON} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowUp {...ICON} />} rightSection={<kbd>Alt ↑</kbd>} onClick={() => onStep(-1)}>
          {t('orgedit.move_up')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown {...ICON} />} rightSection={<kbd>Alt ↓</kbd>} onClick={() => onStep(1)}>
          {t('orgedit.move_down')}
        </Menu.Item>
        {children}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Alt and an arrow move what has the focus. */
export function stepKeys(onStep: (by: -1 | 1) => void): (event: KeyboardEvent) => void {
  return (event) => {
    const by = event.altKey && (event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null)
    if (!by) return
    event.preventDefault()
    event.stopPropagation()
    onStep(by)
  }
}

/** The handle of what was moved has the focus again once it is drawn at its new place. */
export function refocus(id: string): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-handle="${CSS.escape(id)}"]`)?.focus()
  })
}

import { IconBoltFilled, IconCheck } from '@tabler/icons-react'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import type { Card } from '../schemas.ts'
import type { BoardStage } from './board-moves.ts'
import styles from './move-menu.module.css'

export type MoveMenuProps = {
  card: Card
  /** what it hangs from, on the screen */
  at: DOMRect
  stages: BoardStage[]
  onChoose: (stage: BoardStage) => void
  /** to another pipeline, or to whatever is chosen then */
  onElsewhere: () => void
  onClose: () => void
}

/** The way to move a card without dragging it: one menu for the whole board, opened where it is asked for. */
export function MoveMenu({ card, at, stages, onChoose, onElsewhere, onClose }: MoveMenuProps) {
  const t = useText()
  const { left, top, width, height } = at
  return (
    <Menu opened onClose={onClose} position="bottom-end" trapFocus={false} returnFocus={false}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('board.move_menu', { name: card.accountName })}
          className={styles.anchor}
          style={{ left, top, width, height }}
        />
      </Menu.Target>
      <Menu.Dropdown ref={focusFirst} aria-label={t('board.move_menu', { name: card.accountName })}>
        <Menu.Label>{t('board.move_to')}</Menu.Label>
        <StageItems stages={stages} currentId={card.stageId} onChoose={onChoose} />
        <Menu.Divider />
        <Menu.Item onClick={onElsewhere}>{t('board.other_pipeline')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Once the menu is there and has found its place. */
function focusFirst(dropdown: HTMLElement | null) {
  if (!dropdown) return
  const timer = setTimeout(() => dropdown.querySelector<HTMLElement>('[role=menuitem]:enabled')?.focus())
  return () => clearTimeout(timer)
}

type StageItemsProps = { stages: BoardStage[]; currentId: string; onChoose: (stage: BoardStage) => void }

/** The stages as items of a menu: where the job is, and what happens by itself in each. */
export function StageItems({ stages, currentId, onChoose }: StageItemsProps) {
  const t = useText()
  return stages.map((stage) => (
    <Menu.Item
      key={stage.id}
      disabled={stage.id === currentId}
      onClick={() => onChoose(stage)}
      rightSection={
        stage.id === currentId ? (
          <IconCheck {...ICON} />
        ) : (
          stage.automations.length > 0 && (
            <span className={styles.bolt}>
              <IconBoltFilled {...SMALL_ICON} />
              <span aria-hidden="true">{stage.automations.length}</span>
              <span className={styles.said}>{t('board.automations', { count: stage.automations.length })}</span>
            </span>
          )
        )
      }
    >
      {stage.name}
    </Menu.Item>
  ))
}

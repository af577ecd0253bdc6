import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp } from '@tabler/icons-react'
import { ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import type { Direction } from './draft-edits.ts'
import type { Selected } from './editor-context.tsx'
import styles from './inspector.module.css'
import { useMoves } from './use-moves.ts'

const ARROWS = { up: IconArrowUp, down: IconArrowDown, left: IconArrowLeft, right: IconArrowRight } as const

/** The way to move things without dragging: a stage left and right, an automation also up and down (WCAG 2.5.7). */
export function MoveButtons({ selected }: { selected: Selected }) {
  const t = useText()
  const { step } = useMoves()
  const directions: Direction[] = selected.kind === 'stage' ? ['left', 'right'] : ['up', 'down', 'left', 'right']
  return (
    <div className={styles.moves}>
      {directions.map((direction) => {
        const Arrow = ARROWS[direction]
        const go = step(selected, direction)
        return (
          <ActionIcon
            key={direction}
            variant="default"
            aria-label={t(`pipelines.move_${direction}`)}
            aria-keyshortcuts={`Alt+Arrow${direction[0]!.toUpperCase()}${direction.slice(1)}`}
            disabled={!go}
            onClick={() => go?.()}
          >
            <Arrow {...ICON} />
          </ActionIcon>
        )
      })}
      <span className={styles.keys}>
        {t(selected.kind === 'stage' ? 'pipelines.keys_stage' : 'pipelines.keys_automation')}
      </span>
    </div>
  )
}

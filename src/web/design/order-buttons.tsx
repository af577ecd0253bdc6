import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useText } from '../text.tsx'
import { SMALL_ICON } from './icon.ts'

export type OrderButtonsProps = {
  /** what is moved, for the labels */
  name: string
  /** everything in its order, by id */
  ids: readonly string[]
  id: string
  /** hears the whole new order */
  onOrder: (ids: string[]) => void
}

/** Moves one of a short list up or down: for the hand and the keyboard alike. */
export function OrderButtons({ name, ids, id, onOrder }: OrderButtonsProps) {
  const t = useText()
  const at = ids.indexOf(id)
  const move = (to: number) => onOrder(ids.filter((each) => each !== id).toSpliced(to, 0, id))
  return (
    <span>
      <ActionIcon size="sm" aria-label={t('ui.move_up', { name })} disabled={at <= 0} onClick={() => move(at - 1)}>
        <IconArrowUp {...SMALL_ICON} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        aria-label={t('ui.move_down', { name })}
        disabled={at === ids.length - 1}
        onClick={() => move(at + 1)}
      >
        <IconArrowDown {...SMALL_ICON} />
      </ActionIcon>
    </span>
  )
}

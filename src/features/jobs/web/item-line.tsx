import { type Icon, IconCheckbox, IconClipboardList } from '@tabler/icons-react'
import { ICON } from '#web/design/icon.ts'
import { daysBetween } from '#web/format.ts'
import { useFormat, useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import styles from './item-line.module.css'

export type Item = Job['items'][number]

export const ITEM_ICONS: Record<Item['kind'], Icon> = { organizer: IconClipboardList, task: IconCheckbox }

/** One linked item in two lines: what it is, whose turn, and for how long. */
export function ItemLine({ item }: { item: Item }) {
  const t = useText()
  const { list } = useFormat()
  const days = useAge()(item)
  const Icon = ITEM_ICONS[item.kind]
  const who = item.who.length > 0 ? list(item.who) : t(`item.${item.actor}`)
  return (
    <li className={styles.item}>
      <Icon {...ICON} />
      <div className={styles.words}>
        <p>{item.name}</p>
        <p className={styles.detail}>{`${who} · ${t('item.age', { days })}`}</p>
      </div>
    </li>
  )
}

/** Whole days since an item was linked, on the firm's calendar. */
export function useAge(): (item: Item) => number {
  const { today } = useFormat()
  return ({ since }) => Math.max(0, daysBetween(today(new Date(since)), today()))
}

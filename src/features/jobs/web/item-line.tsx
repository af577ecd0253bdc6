import { type Icon, IconCheckbox, IconClipboardList } from '@tabler/icons-react'
import { daysBetween } from '#web/format.ts'
import { useFormat } from '#web/text.tsx'
import type { Job } from '../schemas.ts'

export type Item = Job['items'][number]

export const ITEM_ICONS: Record<Item['kind'], Icon> = { organizer: IconClipboardList, task: IconCheckbox }

/** Whole days since an item was linked, on the firm's calendar. */
export function useAge(): (item: Item) => number {
  const { today } = useFormat()
  return ({ since }) => Math.max(0, daysBetween(today(new Date(since)), today()))
}

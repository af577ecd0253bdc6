import { useEffect, useState } from 'react'
import type { SavedFilter } from '../contract.ts'
import { type FilterNow, isSameFilter, isSet } from './filter-now.ts'

type Opened = { opened: SavedFilter | undefined; isChanged: boolean; open: (filter: SavedFilter) => void }

/**
 * Which saved filter is being looked at: the last that was chosen or met, until nothing is narrowed any more. It is held
 * as it was when it was opened, so that what somebody else saved under its name since then is not overwritten unseen.
 */
export function useOpened(saved: readonly SavedFilter[], now: FilterNow): Opened {
  const [held, open] = useState<SavedFilter | null>(null)
  const met = [held, ...saved].find((each) => each && isThere(saved, each) && isSameFilter(each.filter, now))
  const isEmpty = !isSet(now)
  useEffect(() => {
    if (met) open(met)
    else if (isEmpty) open(null)
  }, [met, isEmpty])
  const opened = met ?? (held && !isEmpty && isThere(saved, held) ? held : undefined)
  return { opened: opened && renamed(saved, opened), isChanged: opened !== undefined && opened !== met, open }
}

function isThere(saved: readonly SavedFilter[], { id }: SavedFilter): boolean {
  return saved.some((each) => each.id === id)
}

/** Another name is no other filter. */
function renamed(saved: readonly SavedFilter[], opened: SavedFilter): SavedFilter {
  const newest = saved.find(({ id }) => id === opened.id)!
  return isSameFilter(newest.filter, opened.filter) ? newest : { ...opened, name: newest.name }
}

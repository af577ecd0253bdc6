import type { ReactNode } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { later } from '#web/design/later.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { type SavedFilter, savedFiltersContract } from '../contract.ts'
import { type FilterNow, onlySet } from './filter-now.ts'

const RefusedOverwrite = later(async () => (await import('./refused-overwrite.tsx')).RefusedOverwrite)

type Overwrite = {
  run: (seen: SavedFilter) => void
  /** what stands in its way, where something does */
  refused: ReactNode
}

/** Keeps what is set now under the name of a saved filter; what somebody else saved meanwhile is asked about. */
export function useOverwrite(now: FilterNow, onTake: (filter: SavedFilter) => void): Overwrite {
  const t = useText()
  const toast = useToast()
  const act = useAct(savedFiltersContract.overwriteSavedFilter, {
    onDone: (saved) => {
      act.reset()
      onTake(saved)
      toast(t('saved_filters.saved', { name: saved.name }))
    },
  })
  const run = ({ id, place, revision }: SavedFilter) =>
    void act.run({ params: { id }, body: { place, filter: onlySet(now) }, ifMatch: revision })
  const take = (filter: SavedFilter) => {
    act.reset()
    onTake(filter)
  }
  const refused = act.problem && (
    <RefusedOverwrite
      problem={act.problem}
      isRunning={act.isRunning}
      onTake={take}
      onOverwrite={run}
      onClose={act.reset}
    />
  )
  return { run, refused }
}

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAct } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { type SavedFilter, savedFiltersContract } from '../contract.ts'
import { type FilterNow, onlySet } from './filter-now.ts'

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
    <Refused problem={act.problem} isRunning={act.isRunning} onTake={take} onOverwrite={run} onClose={act.reset} />
  )
  return { run, refused }
}

type RefusedProps = {
  problem: ApiProblem
  isRunning: boolean
  onTake: (filter: SavedFilter) => void
  onOverwrite: (filter: SavedFilter) => void
  onClose: () => void
}

function Refused({ problem, isRunning, onTake, onOverwrite, onClose }: RefusedProps) {
  const t = useText()
  const theirs = problem.code === 'stale' ? (problem.detail.current as SavedFilter) : null
  const close = (
    <Button variant="subtle" onClick={onClose}>
      {theirs ? t('ui.cancel') : t('ui.close')}
    </Button>
  )
  if (!theirs) {
    return (
      <Dialog opened title={t('saved_filters.save_title')} onClose={onClose} buttons={close}>
        <ProblemNote problem={problem} />
      </Dialog>
    )
  }
  return (
    <Dialog
      opened
      title={t('saved_filters.meanwhile', { name: theirs.name })}
      onClose={onClose}
      buttons={
        <>
          {close}
          <Button onClick={() => onTake(theirs)}>{t('saved_filters.take_theirs')}</Button>
          <Button variant="filled" loading={isRunning} onClick={() => onOverwrite(theirs)}>
            {t('saved_filters.overwrite')}
          </Button>
        </>
      }
    >
      <p>{t('saved_filters.meanwhile_text')}</p>
    </Dialog>
  )
}

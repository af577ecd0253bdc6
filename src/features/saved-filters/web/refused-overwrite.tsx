import { Button } from '@mantine/core'
import type { ApiProblem } from '#web/api/problem.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import type { SavedFilter } from '../contract.ts'

type RefusedProps = {
  problem: ApiProblem
  isRunning: boolean
  onTake: (filter: SavedFilter) => void
  onOverwrite: (filter: SavedFilter) => void
  onClose: () => void
}

/** Says why a saved filter was not overwritten; what somebody else saved meanwhile can be taken or overwritten. */
export function RefusedOverwrite({ problem, isRunning, onTake, onOverwrite, onClose }: RefusedProps) {
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

import { IconArrowRight, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { later } from '#web/design/later.tsx'
import { SelectionBar } from '#web/design/selection-bar.tsx'
import { useText } from '#web/text.tsx'
import { useBoardState } from './board-context.tsx'

const EditJobs = later(async () => (await import('./edit-jobs.tsx')).EditJobs)

/** What can be done with the cards that are ticked (VIEW-2, JM-1). */
export function BoardBar() {
  const t = useText()
  const { selection, moveSelected } = useBoardState()
  const [editing, setEditing] = useState(false)
  return (
    <>
      <SelectionBar
        count={selection.count}
        onClear={selection.clear}
        actions={[
          { label: t('board.move_to'), icon: IconArrowRight, keys: 'm', run: moveSelected },
          { label: t('edit_jobs.open'), icon: IconPencil, keys: 'e', run: () => setEditing(true) },
        ]}
      />
      {editing && (
        <EditJobs
          jobs={selection.jobs}
          count={selection.count}
          onDone={selection.clear}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}

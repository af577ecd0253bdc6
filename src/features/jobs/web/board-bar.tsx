import { IconArrowRight } from '@tabler/icons-react'
import { SelectionBar } from '#web/design/selection-bar.tsx'
import { useText } from '#web/text.tsx'
import { useBoardState } from './board-context.tsx'

/** What can be done with the cards that are ticked (VIEW-2, JM-1). */
export function BoardBar() {
  const t = useText()
  const { selection, moveSelected } = useBoardState()
  return (
    <SelectionBar
      count={selection.count}
      onClear={selection.clear}
      actions={[{ label: t('board.move_to'), icon: IconArrowRight, keys: 'm', run: moveSelected }]}
    />
  )
}

import { ChipRule, FilterChip } from '#web/design/filter-chip.tsx'
import { SearchField } from '#web/design/search-field.tsx'
import { useText } from '#web/text.tsx'
import { useBoardState } from './board-context.tsx'
import { FilterFields } from './filter-fields.tsx'
import { TURNS } from './turn-bar.tsx'
import type { BoardFilter } from './use-board.ts'

/** Whose turn (which is the legend of the lines under the stages' heads), whose clients, which tag, which words. */
export function BoardFilters({ me, onFilter }: { me: string; onFilter: (filter: BoardFilter) => void }) {
  const t = useText()
  const { filter, board } = useBoardState()
  const change = (changed: BoardFilter) => onFilter({ ...filter, ...changed })
  const stages = board?.stages ?? []
  const countOf = (turn: (typeof TURNS)[number]['turn']) => {
    const count = stages.reduce((sum, stage) => sum + stage.turns[turn], 0)
    return stages.some((stage) => stage.more) ? t('board.at_least', { count }) : count
  }
  return (
    <>
      {TURNS.map(({ turn, state }) => (
        <FilterChip
          key={turn}
          state={state}
          count={countOf(turn)}
          on={filter.turn === turn}
          onPress={() => change({ turn: filter.turn === turn ? undefined : turn })}
        >
          {t(`state.${state}`)}
        </FilterChip>
      ))}
      <ChipRule />
      <FilterChip
        on={filter.memberId === me}
        onPress={() => change({ memberId: filter.memberId === me ? undefined : me })}
      >
        {t('board.mine')}
      </FilterChip>
      <FilterFields filter={filter} statuses={board?.statuses ?? []} onChange={change} />
      <SearchField
        label={t('board.search')}
        value={filter.search ?? ''}
        onSearch={(text) => change({ search: text || undefined })}
      />
    </>
  )
}

import { Select } from '@mantine/core'
import { tagsContract } from '#features/tags/contract.ts'
import { teamContract } from '#features/team/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { ChipRule, FilterChip } from '#web/design/filter-chip.tsx'
import { SearchField } from '#web/design/search-field.tsx'
import { useText } from '#web/text.tsx'
import { useBoardState } from './board-context.tsx'
import styles from './board-filters.module.css'
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
      <Picks onChange={change} />
      <SearchField
        label={t('board.search')}
        value={filter.search ?? ''}
        onSearch={(text) => change({ search: text || undefined })}
      />
    </>
  )
}

type PartProps = { onChange: (changed: BoardFilter) => void }

function Picks({ onChange }: PartProps) {
  const t = useText()
  const { filter } = useBoardState()
  const tags = useEndpoint(tagsContract.listTags, {})
  const team = useEndpoint(teamContract.listTeam, {})
  const members = team.data?.items.filter((member) => member.state !== 'deactivated') ?? []
  const common = { size: 'xs', searchable: true, clearable: true, className: styles.pick } as const
  return (
    <>
      <Select
        {...common}
        aria-label={t('board.filter_tag')}
        placeholder={t('board.filter_tag')}
        data={tags.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
        value={filter.tagId ?? null}
        onChange={(tagId) => onChange({ tagId: tagId ?? undefined })}
        clearButtonProps={{ 'aria-label': t('filter.remove', { name: t('board.filter_tag') }) }}
      />
      <Select
        {...common}
        aria-label={t('board.filter_member')}
        placeholder={t('board.filter_member')}
        data={members.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.memberId ?? null}
        onChange={(memberId) => onChange({ memberId: memberId ?? undefined })}
        clearButtonProps={{ 'aria-label': t('filter.remove', { name: t('board.filter_member') }) }}
      />
    </>
  )
}

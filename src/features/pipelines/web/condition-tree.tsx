import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { addAt, type Group, type GroupKind, isGroup, pruned, replaceAt } from '#conditions/edits.ts'
import { type Condition, type Leaf, MAX_DEPTH, pathTo } from '#conditions/model.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import { ConditionLine } from './condition-line.tsx'
import styles from './condition-tree.module.css'
import { useEditor } from './editor-context.tsx'
import { FindingLines } from './finding-lines.tsx'
import { TruthMark } from './judging.tsx'
import { beginLine, operandsIn } from './new-line.ts'
import type { PlacedProblem } from './problems.ts'

export type ConditionTreeProps = {
  value: Group
  /** a single line that is no group yet: its path is the condition's own */
  isLone: boolean
  onChange: (condition: Condition | null) => void
  problems: readonly PlacedProblem[]
  warnings: readonly PlacedProblem[]
}

type PartProps = Omit<ConditionTreeProps, 'value'> & {
  whole: Group
  /** indexes from the top */
  at: readonly number[]
  path: string
}

/** A condition line by line, in groups of all, any or none of their parts (D-4). */
export function ConditionTree({ value, isLone, onChange, problems, warnings }: ConditionTreeProps) {
  const change = (next: Condition | null) => onChange(next && (pruned(next) ?? { kind: 'all', of: [] }))
  return <GroupPart group={value} whole={value} at={[]} path="" {...{ isLone, problems, warnings }} onChange={change} />
}

function GroupPart({ group, ...rest }: PartProps & { group: Group }) {
  const { whole, at, path, isLone, onChange } = rest
  const isOutermost = at.length === 0
  return (
    <div className={isOutermost ? undefined : styles.group}>
      <GroupHead
        group={group}
        path={path}
        onKind={(kind) => onChange(isOutermost ? { ...group, kind } : replaceAt(whole, at, { ...group, kind }))}
        onRemove={isOutermost ? null : () => onChange(replaceAt(whole, at, null))}
      />
      <Findings {...rest} />
      {group.of.map((part, index) => {
        const place = { ...rest, at: [...at, index], path: isLone ? path : pathTo(path, index) }
        // lines have no ids: whatever is asked at a place keeps the place
        const key = `${index} ${part.kind}`
        if (isGroup(part)) return <GroupPart key={key} {...place} isLone={false} group={part} />
        return <Line key={key} {...place} leaf={part} />
      })}
      <AddButtons group={group} depth={at.length} onAdd={(part) => onChange(addAt(whole, at, part))} />
    </div>
  )
}

function Line({ leaf, ...rest }: PartProps & { leaf: Leaf }) {
  const { whole, at, path, isLone, onChange } = rest
  const replace = (part: Condition | null) => onChange(replaceAt(whole, at, part))
  return (
    <div className={styles.part}>
      <ConditionLine leaf={leaf} onChange={replace} onRemove={() => replace(null)}>
        <TruthMark path={path} />
      </ConditionLine>
      {!isLone && <Findings {...rest} />}
    </div>
  )
}

/** What is said of exactly this place. */
function Findings({ path, problems, warnings }: PartProps) {
  const field = path === '' ? 'condition' : `condition.${path}`
  const here = (found: readonly PlacedProblem[]) => found.filter((it) => it.field === field)
  return <FindingLines problems={here(problems)} warnings={here(warnings)} />
}

const KINDS = ['all', 'any', 'none'] as const satisfies readonly GroupKind[]

type GroupHeadProps = { group: Group; path: string; onKind: (kind: GroupKind) => void; onRemove: (() => void) | null }

function GroupHead({ group, path, onKind, onRemove }: GroupHeadProps) {
  const t = useText()
  return (
    <div className={styles.line}>
      <Select
        size="xs"
        className={styles.kind}
        aria-label={t('pipelines.how_many')}
        data={KINDS.map((value) => ({ value, label: t(`pipelines.group_${value}`) }))}
        value={group.kind}
        allowDeselect={false}
        onChange={(kind) => kind && onKind(kind as GroupKind)}
      />
      <span className={styles.end}>
        <TruthMark path={path} />
        {onRemove && (
          <ActionIcon size="sm" aria-label={t('pipelines.remove_group')} onClick={onRemove}>
            <IconX {...SMALL_ICON} />
          </ActionIcon>
        )}
      </span>
    </div>
  )
}

type AddButtonsProps = { group: Group; depth: number; onAdd: (part: Condition) => void }

function AddButtons({ group, depth, onAdd }: AddButtonsProps) {
  const t = useText()
  const { vocabulary, tags } = useEditor()
  const other = group.kind === 'any' ? 'all' : 'any'
  const first = beginLine('tag', vocabulary, tags)
  return (
    <div className={styles.adds}>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="subtle" leftSection={<IconPlus {...SMALL_ICON} />}>
            {t('pipelines.add_line')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {operandsIn(vocabulary).map((kind) => (
            <Menu.Item key={kind} onClick={() => onAdd(beginLine(kind, vocabulary, tags))}>
              {t(`pipelines.operand_${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {depth < MAX_DEPTH - 1 && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus {...SMALL_ICON} />}
          onClick={() => onAdd({ kind: other, of: [first] })}
        >
          {t('pipelines.add_group')}
        </Button>
      )}
    </div>
  )
}

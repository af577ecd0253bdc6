import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { addAt, asGroup, type Group, isGroup, pruned, replaceAt } from '#conditions/edits.ts'
import { evaluate } from '#conditions/evaluate.ts'
import { type Condition, MAX_DEPTH } from '#conditions/model.ts'
import { useFieldText } from '#web/api/form.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { LinkButton } from '#web/design/link.tsx'
import { useText } from '#web/text.tsx'
import type { Question } from '../../model.ts'
import { lineOn } from './condition-edits.ts'
import styles from './condition-form.module.css'
import { ConditionLine } from './condition-line.tsx'
import { GroupHead, TruthMark } from './condition-parts.tsx'
import { useConditionWords } from './condition-words.ts'
import { earlierQuestions } from './earlier-questions.ts'
import type { Selection } from './editor-context.tsx'
import { useEditor } from './editor-context.tsx'

export type ConditionFormProps = {
  /** null: none yet, the first line is to be chosen */
  condition: Condition | null
  /** where its problems are */
  path: string
  /** only questions before this section or block are offered (ORG-20) */
  before: Selection
  onChange(condition: Condition | null): void
}

/** When something is shown, line by line and in plain words (ORG-16 to ORG-20), tried on the answers of the preview. */
export function ConditionForm({ condition, path, before, onChange }: ConditionFormProps) {
  const t = useText()
  const words = useConditionWords()
  const { definition, edit } = useEditor()
  const sources = earlierQuestions(definition, before)
  const questions = sources.flatMap((source) => source.questions)
  const [first] = questions
  if (!condition && !first) return <p className={styles.none}>{t('orgedit.nothing_before')}</p>
  const group = condition ? asGroup(condition) : null
  const change = (next: Group) => onChange(pruned(next))
  return (
    <div className={styles.condition}>
      {group ? (
        <GroupPart
          group={group}
          at={[]}
          whole={group}
          path={path}
          isLone={condition !== group}
          sources={sources}
          onChange={edit ? change : null}
        />
      ) : (
        <p className={styles.begin}>
          <span>{t('orgedit.shown_if')}</span>
          {first && (
            <Button size="xs" onClick={() => onChange({ kind: 'all', of: [lineOn(questions.at(-1) ?? first)] })}>
              {t('orgedit.choose_answer')}
            </Button>
          )}
        </p>
      )}
      {condition && <p className={styles.say}>{t('orgedit.say', { condition: words(condition, definition) })}</p>}
      {condition && edit && (
        <p>
          <LinkButton onClick={() => onChange(null)}>{t('orgedit.always_show')}</LinkButton>
        </p>
      )}
    </div>
  )
}

export type Sources = { section: string; questions: Question[] }[]

type GroupPartProps = {
  group: Group
  /** its place in the whole: indexes from the top */
  at: number[]
  whole: Group
  path: string
  /** a single line that is no group yet: its path is the condition's own */
  isLone: boolean
  sources: Sources
  onChange: ((whole: Group) => void) | null
}

function GroupPart(props: GroupPartProps) {
  const { group, at, whole, path, sources, onChange } = props
  const { facts } = useEditor()
  const first = sources.flatMap(({ questions }) => questions).at(-1)
  const isOutermost = at.length === 0
  const put = (part: Group | null) => (isOutermost && part ? onChange?.(part) : onChange?.(replaceAt(whole, at, part)))
  return (
    <div className={isOutermost ? undefined : styles.group}>
      <GroupHead
        group={group}
        isOutermost={isOutermost}
        onKind={onChange && ((kind) => put({ ...group, kind }))}
        onRemove={onChange && !isOutermost ? () => put(null) : null}
      >
        <TruthMark truth={evaluate(group, facts)} />
      </GroupHead>
      <Problems path={path} />
      {group.of.map((part, index) => (
        <Part key={`${index} ${'questionId' in part ? part.questionId : ''}`} {...props} part={part} index={index} />
      ))}
      {onChange && first && (
        <AddButtons
          group={group}
          depth={at.length}
          line={lineOn(first)}
          onAdd={(part) => onChange(addAt(whole, at, part))}
        />
      )}
    </div>
  )
}

/** A part of a group: a line, or a group again. */
function Part({ part, index, ...props }: GroupPartProps & { part: Condition; index: number }) {
  const { at, whole, path, isLone, sources, onChange } = props
  const { facts } = useEditor()
  const place = [...at, index]
  const partPath = isLone ? path : `${path}.of.${index}`
  if (isGroup(part)) return <GroupPart {...props} group={part} at={place} path={partPath} isLone={false} />
  const replace = onChange && ((leaf: Condition | null) => onChange(replaceAt(whole, place, leaf)))
  return (
    <div>
      <ConditionLine leaf={part} sources={sources} onChange={replace} onRemove={replace && (() => replace(null))}>
        <TruthMark truth={evaluate(part, facts)} />
      </ConditionLine>
      {!isLone && <Problems path={partPath} />}
    </div>
  )
}

type AddButtonsProps = { group: Group; depth: number; line: Condition; onAdd(part: Condition): void }

function AddButtons({ group, depth, line, onAdd }: AddButtonsProps) {
  const t = useText()
  const other = group.kind === 'any' ? 'all' : 'any'
  return (
    <div className={styles.adds}>
      <Button size="xs" variant="subtle" leftSection={<IconPlus {...SMALL_ICON} />} onClick={() => onAdd(line)}>
        {t('orgedit.add_line')}
      </Button>
      {depth < MAX_DEPTH - 1 && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus {...SMALL_ICON} />}
          onClick={() => onAdd({ kind: other, of: [line] })}
        >
          {t('orgedit.add_group')}
        </Button>
      )}
    </div>
  )
}

/** What is wrong at exactly this place of the condition. */
function Problems({ path }: { path: string }) {
  const fieldText = useFieldText()
  const { problems } = useEditor()
  const here = problems.filter((problem) => problem.path === path)
  if (here.length === 0) return null
  return (
    <ul className={styles.problems}>
      {here.map((problem) => (
        <li key={problem.code}>{fieldText(problem)}</li>
      ))}
    </ul>
  )
}

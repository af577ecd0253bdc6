import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { useFieldText } from '#web/api/form.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { announce } from '#web/design/live-region.tsx'
import { useText } from '#web/text.tsx'
import type { Choice, Question } from '../../model.ts'
import { changeBlock, newChoice } from './draft-edits.ts'
import { problemsAt } from './draft-problems.ts'
import { useEditor } from './editor-context.tsx'
import { MoveHandle, refocus } from './move-handle.tsx'
import styles from './options-form.module.css'
import { useDeletion } from './use-deletion.tsx'
import { useDraggableRow, useSortableList } from './use-sortable.ts'

type ChoiceQuestion = Extract<Question, { options: Choice[] }>

/** The answers that a choice offers, in order; Enter in one adds the next. */
export function OptionsForm({ question, path }: { question: ChoiceQuestion; path: string }) {
  const t = useText()
  const fieldText = useFieldText()
  const { edit, problems } = useEditor()
  const list = useRef<HTMLOListElement>(null)
  const { options } = question
  const { change, move, add } = useOptions(question, list)
  const at = useSortableList(list, { kind: question.id, enabled: edit !== null, onMove: move })
  const [problem] = problems.filter((each) => each.path === path)
  return (
    <div>
      <p className={styles.title} id={`${question.id}-options`}>
        {t('orgedit.options')}
      </p>
      <ol
        ref={list}
        className={styles.options}
        aria-labelledby={`${question.id}-options`}
        data-at={at === options.length - 1 ? 'end' : undefined}
      >
        {options.map((option, index) => (
          <OptionRow
            key={option.id}
            question={question}
            option={option}
            index={index}
            path={`${path}.${index}`}
            isBelowLine={at === index}
            onRename={(label) => change((all) => all.map((it) => (it.id === option.id ? { ...it, label } : it)))}
            onStep={(by) => move(option.id, index + by)}
            onAdd={() => add(index + 1)}
          />
        ))}
      </ol>
      {problem && <p className={styles.problem}>{fieldText(problem)}</p>}
      {edit && (
        <Button
          size="xs"
          variant="subtle"
          className={styles.add}
          leftSection={<IconPlus {...SMALL_ICON} />}
          onClick={() => add(options.length)}
        >
          {t('orgedit.option')}
        </Button>
      )}
    </div>
  )
}

/** What can be done with the options of a question; `list` holds their fields. */
function useOptions({ id: questionId, options }: ChoiceQuestion, list: RefObject<HTMLElement | null>) {
  const t = useText()
  const { edit } = useEditor()
  const change = (changed: (options: Choice[]) => Choice[]) =>
    edit?.(changeBlock(questionId, (it) => ('options' in it ? { ...it, options: changed(it.options) } : it)))
  return {
    change,
    move(id: string, index: number) {
      if (index < 0 || index >= options.length) return
      change((all) => {
        const moved = all.filter((option) => option.id === id)
        return all.filter((option) => option.id !== id).toSpliced(index, 0, ...moved)
      })
      announce(t('orgedit.moved', { place: index + 1, count: options.length }))
      refocus(id)
    },
    add(index: number) {
      change((all) => all.toSpliced(index, 0, newChoice()))
      requestAnimationFrame(() => list.current?.querySelectorAll<HTMLInputElement>('input')[index]?.focus())
    },
  }
}

type OptionRowProps = {
  question: ChoiceQuestion
  option: Choice
  index: number
  path: string
  isBelowLine: boolean
  onRename(label: string): void
  onStep(by: -1 | 1): void
  onAdd(): void
}

function OptionRow({ question, option, index, path, isBelowLine, onRename, onStep, onAdd }: OptionRowProps) {
  const t = useText()
  const fieldText = useFieldText()
  const { edit, problems } = useEditor()
  const row = useRef<HTMLLIElement>(null)
  const handle = useRef<HTMLButtonElement>(null)
  const isDragging = useDraggableRow(row, handle, { kind: question.id, id: option.id, enabled: edit !== null })
  const { ask, dialog } = useDeletion()
  const [problem] = problemsAt(problems, path)
  const name = t('orgedit.option_number', { number: index + 1 })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    onAdd()
  }
  return (
    <li
      ref={row}
      className={styles.option}
      data-sort={option.id}
      data-dragging={isDragging || undefined}
      data-below-line={isBelowLine || undefined}
    >
      {edit && <MoveHandle ref={handle} id={option.id} name={option.label.trim() || name} onStep={onStep} />}
      <TextInput
        className={styles.label}
        aria-label={name}
        maxLength={500}
        value={option.label}
        readOnly={!edit}
        error={problem && fieldText(problem)}
        onChange={(event) => onRename(event.currentTarget.value)}
        onKeyDown={edit ? onKeyDown : undefined}
      />
      {edit && (
        <ActionIcon
          size="sm"
          aria-label={t('ui.remove', { name: option.label.trim() || name })}
          onClick={() => ask({ block: question, option })}
        >
          <IconX {...SMALL_ICON} />
        </ActionIcon>
      )}
      {dialog}
    </li>
  )
}

import { ActionIcon, Button, Checkbox, Input, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef } from 'react'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import { MOST } from '../model.ts'
import { newSubtask, type SubtaskDraft } from './subtask-draft.ts'
import styles from './subtasks-field.module.css'

export type SubtasksFieldProps<Values extends { subtasks: SubtaskDraft[] }> = {
  form: UseFormReturnType<Values>
  /** where the lines can be ticked at once: which ones are, and what a tick does */
  ticks?: { done: ReadonlySet<string>; onTick: (id: string, done: boolean) => void }
}

/** The lines of a checklist (T-5): Enter begins the next one, Backspace in an empty one takes it away. */
export function SubtasksField<Values extends { subtasks: SubtaskDraft[] }>(props: SubtasksFieldProps<Values>) {
  const t = useText()
  const labelId = useId()
  const { form, ticks } = props
  const { subtasks } = form.values
  const { list, add, remove, move } = useLines(form)
  return (
    <Input.Wrapper label={t('tasks.subtasks')} labelElement="div" labelProps={{ id: labelId }}>
      <ul ref={list} aria-labelledby={labelId} className={styles.lines}>
        {subtasks.map((line, at) => (
          <li key={line.key} className={styles.line}>
            {ticks && <Tick line={line} ticks={ticks} />}
            <TextInput
              className={styles.name}
              aria-label={t('tasks.subtask', { position: at + 1 })}
              maxLength={MOST.name}
              {...form.getInputProps(`subtasks.${at}.name`)}
              onKeyDown={(event: KeyboardEvent) => {
                if (event.key === 'Enter') {
                  event.preventDefault()
                  add(at + 1)
                } else if (event.key === 'Backspace' && line.name === '') {
                  event.preventDefault()
                  remove(at)
                }
              }}
            />
            <Tools at={at} last={subtasks.length - 1} name={line.name} onMove={move} onRemove={remove} />
          </li>
        ))}
      </ul>
      {subtasks.length < MOST.subtasks && (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus {...SMALL_ICON} />}
          onClick={() => add(subtasks.length)}
        >
          {t('tasks.add_subtask')}
        </Button>
      )}
    </Input.Wrapper>
  )
}

function Tick({
  line: { id, name },
  ticks,
}: {
  line: SubtaskDraft
  ticks: NonNullable<SubtasksFieldProps<never>['ticks']>
}) {
  const t = useText()
  return (
    <Checkbox
      aria-label={t('tasks.tick_subtask', { name })}
      checked={id !== null && ticks.done.has(id)}
      disabled={id === null}
      onChange={(event) => id !== null && ticks.onTick(id, event.currentTarget.checked)}
    />
  )
}

type ToolsProps = {
  at: number
  last: number
  name: string
  onMove: (from: number, to: number) => void
  onRemove: (at: number) => void
}

function Tools({ at, last, name, onMove, onRemove }: ToolsProps) {
  const t = useText()
  return (
    <span className={styles.tools}>
      <ActionIcon
        size="sm"
        aria-label={t('tasks.move_up', { name })}
        disabled={at === 0}
        onClick={() => onMove(at, at - 1)}
      >
        <IconArrowUp {...SMALL_ICON} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        aria-label={t('tasks.move_down', { name })}
        disabled={at === last}
        onClick={() => onMove(at, at + 1)}
      >
        <IconArrowDown {...SMALL_ICON} />
      </ActionIcon>
      <ActionIcon size="sm" aria-label={t('ui.remove', { name })} onClick={() => onRemove(at)}>
        <IconX {...ICON} />
      </ActionIcon>
    </span>
  )
}

/** Changes the lines and keeps the focus where the hands are. */
function useLines<Values extends { subtasks: SubtaskDraft[] }>(form: UseFormReturnType<Values>) {
  const list = useRef<HTMLUListElement>(null)
  const focus = (at: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')[at]?.focus(),
    )
  const set = (lines: SubtaskDraft[]) => form.setFieldValue('subtasks', lines as never)
  const lines = form.values.subtasks
  return {
    list,
    add(at: number) {
      set([...lines.slice(0, at), newSubtask(), ...lines.slice(at)])
      focus(at)
    },
    remove(at: number) {
      set(lines.filter((_, index) => index !== at))
      focus(Math.max(at - 1, 0))
    },
    move(from: number, to: number) {
      const rest = lines.filter((_, index) => index !== from)
      set([...rest.slice(0, to), lines[from]!, ...rest.slice(to)])
    },
  }
}

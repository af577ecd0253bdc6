import { Input, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useId, useRef } from 'react'
import type { FieldProblem } from '#kernel/refusal.ts'
import type { Shortcode } from '#kernel/shortcodes.ts'
import { useFieldText } from '#web/api/form.ts'
import { LinkButton } from '#web/design/link.tsx'
import { useText } from '#web/text.tsx'
import styles from './coded-field.module.css'
import type { EmailValues } from './email-form.ts'
import { ShortcodeMenu } from './shortcode-menu.tsx'

type CodedFieldProps = {
  form: UseFormReturnType<EmailValues>
  path: 'subject' | 'body'
  label: string
  help?: string
  /** false: to be read only */
  mayChange: boolean
  /** of this field, found while typing (D-7) */
  problems: FieldProblem[]
}

/** A text that may hold shortcodes: its menu puts one where the cursor is, its problems offer the nearest known one. */
export function CodedField({ form, path, label, help, mayChange, problems }: CodedFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const insert = (code: Shortcode) => {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = input.current ?? {}
    put(`[${code}]`, from ?? 0, to ?? 0)
  }
  const put = (text: string, from: number, to: number) => {
    const value = form.getValues()[path]
    form.setFieldValue(path, value.slice(0, from) + text + value.slice(to))
    requestAnimationFrame(() => {
      input.current?.focus()
      input.current?.setSelectionRange(from + text.length, from + text.length)
    })
  }
  const shared = {
    id,
    ref: input,
    readOnly: !mayChange,
    ...form.getInputProps(path),
    error: form.errors[path] ?? problems.length > 0,
    'aria-describedby': problems.length > 0 ? `${id}-problems` : undefined,
  }
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <Input.Label htmlFor={id} required>
          {label}
        </Input.Label>
        {mayChange && <ShortcodeMenu field={label} onPick={insert} />}
      </div>
      {path === 'subject' ? (
        <TextInput {...shared} maxLength={200} />
      ) : (
        <Textarea {...shared} maxLength={20_000} autosize minRows={12} maxRows={30} />
      )}
      {help && <Input.Description>{help}</Input.Description>}
      <Problems
        id={`${id}-problems`}
        problems={problems}
        text={form.getValues()[path]}
        onMend={mayChange ? put : null}
      />
    </div>
  )
}

type ProblemsProps = {
  id: string
  problems: FieldProblem[]
  text: string
  onMend: ((text: string, from: number, to: number) => void) | null
}

function Problems({ id, problems, text, onMend }: ProblemsProps) {
  const t = useText()
  const fieldText = useFieldText()
  return (
    <ul id={id} className={styles.problems} aria-live="polite">
      {problems.map((problem) => {
        const { token = '', line = 1, column = 1, nearest = 'none' } = problem.params ?? {}
        const from = offsetOf(text, Number(line), Number(column))
        return (
          <li key={`${line} ${column}`}>
            {t('emails.at', { line, column, problem: fieldText({ ...problem, params: { token, nearest: 'none' } }) })}
            {nearest !== 'none' && onMend && (
              <LinkButton onClick={() => onMend(`[${nearest}]`, from, text.indexOf(']', from) + 1)}>
                {t('emails.replace', { code: nearest })}
              </LinkButton>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Where a line and column (from 1) are in a text. */
function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1)
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1
}

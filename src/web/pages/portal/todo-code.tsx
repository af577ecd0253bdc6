import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { organizersContract } from '#features/organizers/contract.ts'
import { type Act, useAct } from '../../api/hooks.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { LinkButton } from '../../design/link.tsx'
import { useFormat, useText, useTextOr } from '../../text.tsx'
import styles from './todo-code.module.css'

export type TodoCodeProps = {
  token: string
  /** until when the newest code works, if it was mailed from here */
  until: string | null
  mail: Act<typeof organizersContract.mailTodoCode>
}

/** The code from the mail, typed or pasted; a wrong one says how many tries are left. */
export function TodoCode({ token, until, mail }: TodoCodeProps) {
  const t = useText()
  const { time } = useFormat()
  const [code, setCode] = useState('')
  const [isShort, setShort] = useState(false)
  const open = useAct(organizersContract.confirmTodoLink)
  const wrong = useWhatIsWrong(open.problem ?? mail.problem)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const digits = code.replaceAll(/\D/g, '')
    setShort(digits.length !== 6)
    if (digits.length === 6) void open.run({ params: { token }, body: { code: digits } })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        label={t('todo.code')}
        classNames={{ input: styles.code }}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        error={isShort ? t('todo.code_shape') : wrong}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button variant="filled" fullWidth type="submit" loading={open.isRunning}>
        {t('todo.open')}
      </Button>
      <div className={styles.foot}>
        {until && <p>{t('todo.code_until', { at: time(until) })}</p>}
        <p>
          <LinkButton disabled={mail.isRunning} onClick={() => void mail.run({ params: { token } })}>
            {t('todo.mail_again')}
          </LinkButton>
        </p>
      </div>
    </form>
  )
}

/** A refusal at the field: wrong with the tries left, too old, or too often. */
function useWhatIsWrong(problem: ApiProblem | null): string | null {
  const t = useText()
  const textOr = useTextOr()
  if (!problem) return null
  const [field] = problem.fields
  if (field) return textOr(`field.${field.code}`, 'field.invalid_value', field.params)
  if (problem.code === 'too_many_attempts') return t('todo.too_many')
  if (problem.code !== 'code_wrong') return textOr(`refusal.${problem.code}`, 'refusal.bug')
  const count = Number(problem.detail.triesLeft ?? 0)
  return count > 0 ? `${t('todo.wrong')} ${t('todo.tries', { count })}` : t('todo.too_many')
}

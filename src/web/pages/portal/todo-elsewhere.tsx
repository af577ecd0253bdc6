import { Button } from '@mantine/core'
import { useState } from 'react'
import { organizersContract } from '#features/organizers/contract.ts'
import { useAct } from '../../api/hooks.ts'
import { LinkButton } from '../../design/link.tsx'
import { ProblemNote } from '../../design/problem-note.tsx'
import { Rich, useText } from '../../text.tsx'
import { EntryPage } from '../entry/entry-page.tsx'
import { TodoCode } from './todo-code.tsx'
import type { TodoLink } from './todo-page.tsx'

/** A link that was first opened on another device: here too, with a code that is mailed when one asks for it. */
export function TodoElsewhere({ token, link }: { token: string; link: TodoLink }) {
  const t = useText()
  const [until, setUntil] = useState<string | null>(null)
  const [hasCode, setHasCode] = useState(false)
  const mail = useAct(organizersContract.mailTodoCode, { onDone: ({ expiresAt }) => setUntil(expiresAt) })
  const firm = { name: link.firm.name, colour: link.firm.color }
  const address = <Rich id={until ? 'todo.code_lead' : 'todo.elsewhere_lead'} values={{ address: link.sentTo }} />
  if (until !== null || hasCode) {
    return (
      <EntryPage firm={firm} title={t('todo.code_title')} lead={address}>
        <TodoCode token={token} until={until} mail={mail} />
      </EntryPage>
    )
  }
  return (
    <EntryPage
      firm={firm}
      title={t('todo.elsewhere')}
      lead={address}
      foot={<LinkButton onClick={() => setHasCode(true)}>{t('todo.has_code')}</LinkButton>}
    >
      {mail.problem?.code === 'too_many_attempts' ? (
        <p role="alert">{t('todo.too_many')}</p>
      ) : (
        <ProblemNote problem={mail.problem} />
      )}
      <Button variant="filled" fullWidth loading={mail.isRunning} onClick={() => void mail.run({ params: { token } })}>
        {t('todo.mail_code')}
      </Button>
    </EntryPage>
  )
}

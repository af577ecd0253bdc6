import { Button } from '@mantine/core'
import { useState } from 'react'
import { organizersContract } from '#features/organizers/contract.ts'
import { useAct } from '../../api/hooks.ts'
import { Note } from '../../design/note.tsx'
import { ProblemNote } from '../../design/problem-note.tsx'
import { Rich, useFormat, useText } from '../../text.tsx'
import { EntryPage } from '../entry/entry-page.tsx'
import type { TodoLink } from './todo-page.tsx'

/** A link after its 7 days: a button mails a new one, to where the old one went. */
export function TodoOld({ token, link }: { token: string; link: TodoLink }) {
  const t = useText()
  const { date, today } = useFormat()
  const [isRenewed, setRenewed] = useState(false)
  const renew = useAct(organizersContract.renewTodoLink, { onDone: () => setRenewed(true) })
  const firm = { name: link.firm.name, colour: link.firm.color }
  const isTooSoon = renew.problem?.code === 'too_many_attempts'
  if (isRenewed) {
    return (
      <EntryPage
        firm={firm}
        title={t('todo.renewed')}
        lead={<Rich id="todo.renewed_lead" values={{ address: link.sentTo }} />}
      />
    )
  }
  return (
    <EntryPage
      firm={firm}
      title={t('todo.old')}
      lead={t('todo.old_lead', { on: date(today(new Date(link.sentAt)), 'long') })}
      foot={<p>{t('todo.renew_to')}</p>}
    >
      <Note tone="accent" title={link.organizerName}>
        {t('todo.kept')}
      </Note>
      {isTooSoon ? <p role="alert">{t('todo.renew_wait')}</p> : <ProblemNote problem={renew.problem} />}
      <Button
        variant="filled"
        fullWidth
        loading={renew.isRunning}
        onClick={() => void renew.run({ params: { token } })}
      >
        {t('todo.renew')}
      </Button>
    </EntryPage>
  )
}

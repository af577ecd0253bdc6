import { Button } from '@mantine/core'
import { organizersContract } from '#features/organizers/contract.ts'
import { useAct } from '../../api/hooks.ts'
import { ProblemNote } from '../../design/problem-note.tsx'
import { useFormat, useText } from '../../text.tsx'
import { EntryPage } from '../entry/entry-page.tsx'
import type { TodoLink } from './todo-page.tsx'

/** A link that nobody has opened yet: the button, and only it, gives it to this device. */
export function TodoFree({ token, link }: { token: string; link: TodoLink }) {
  const t = useText()
  const { date, today } = useFormat()
  const open = useAct(organizersContract.confirmTodoLink)
  const { firm, organizerName, accountName, sentTo, sentAt, expiresAt } = link
  const on = date(today(new Date(sentAt)), 'weekday')
  const until = date(today(new Date(expiresAt)), 'weekday')
  return (
    <EntryPage
      firm={{ name: firm.name, colour: firm.color }}
      title={organizerName}
      lead={
        <>
          {t('todo.lead', { firm: firm.name })}
          {accountName && <b> {t('todo.for', { account: accountName })}</b>}
        </>
      }
      foot={
        <>
          <p>{t('todo.which', { address: sentTo, on, until })}</p>
          <p>{t('todo.device')}</p>
        </>
      }
    >
      <ProblemNote problem={open.problem} />
      <Button
        variant="filled"
        fullWidth
        loading={open.isRunning}
        onClick={() => void open.run({ params: { token }, body: {} })}
      >
        {t('todo.open')}
      </Button>
    </EntryPage>
  )
}

import { Button } from '@mantine/core'
import { IconChevronRight, IconListCheck } from '@tabler/icons-react'
import { Card, cardLink } from '#web/design/card.tsx'
import { ICON, LARGE_ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { ProgressBar } from '#web/design/progress-bar.tsx'
import { useFormat, useText } from '#web/text.tsx'
import type { Todo } from '../contract.ts'
import styles from './todo-cards.module.css'
import { useWhen } from './when.ts'

/** What is waiting, newest or bumped first: the first one large with the only filled button, the others below (POR-3). */
export function TodoCards({ todos, firmName }: { todos: Todo[]; firmName: string }) {
  return (
    <ul className={styles.todos}>
      {todos.map((todo, index) => (
        <li key={todo.id}>{index === 0 ? <FirstTodo todo={todo} firmName={firmName} /> : <SmallTodo todo={todo} />}</li>
      ))}
    </ul>
  )
}

function FirstTodo({ todo, firmName }: { todo: Todo; firmName: string }) {
  const t = useText()
  return (
    <Card roomy className={styles.first}>
      <h2 className={styles.title}>{t('portal.answer', { name: todo.name })}</h2>
      <p className={styles.why}>{t('portal.answer_why', { firm: firmName })}</p>
      <Asked todo={todo} />
      <div className={styles.foot}>
        <div className={styles.progress}>
          <ProgressBar
            label={t('portal.answer', { name: todo.name })}
            done={todo.progress.answered}
            total={todo.progress.total}
            caption={useProgressText(todo)}
          />
        </div>
        <GoOn todo={todo} />
      </div>
    </Card>
  )
}

/** The act of a to-do: begin, go on, or send what is complete. */
export function GoOn({ todo }: { todo: Todo }) {
  const t = useText()
  const { answered, total } = todo.progress
  const key = !todo.startedAt ? 'portal.begin' : answered < total ? 'portal.go_on' : 'portal.check'
  return (
    <Button variant="filled" component={AppLink} to={pathTo(todo)} className={styles.go}>
      {t(key)}
    </Button>
  )
}

function SmallTodo({ todo }: { todo: Todo }) {
  const t = useText()
  return (
    <Card roomy className={styles.small}>
      <IconListCheck {...LARGE_ICON} className={styles.icon} />
      <div>
        <h2 className={styles.smallTitle}>
          <AppLink to={pathTo(todo)} className={cardLink}>
            {t('portal.answer', { name: todo.name })}
          </AppLink>
        </h2>
        <p className={styles.smallWhy}>{useProgressText(todo)}</p>
        <Asked todo={todo} />
      </div>
      <IconChevronRight {...ICON} className={styles.arrow} />
    </Card>
  )
}

function Asked({ todo }: { todo: Todo }) {
  const t = useText()
  const { date, today } = useFormat()
  return <p className={styles.when}>{t('portal.asked_on', { on: date(today(new Date(todo.sentAt)), 'weekday') })}</p>
}

function useProgressText({ progress, savedAt }: Todo): string {
  const t = useText()
  const when = useWhen()
  if (!savedAt) return t('portal.not_begun', { total: progress.total })
  return t('portal.progress', { ...progress, when: when(savedAt) })
}

/** It opens where the client left off. */
function pathTo({ id }: Todo): string {
  return `/portal/organizers/${id}`
}

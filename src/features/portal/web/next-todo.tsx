import { useEndpoint } from '#web/api/hooks.ts'
import { Card } from '#web/design/card.tsx'
import { useText } from '#web/text.tsx'
import { portalContract, type Todo } from '../contract.ts'
import styles from './next-todo.module.css'
import { GoOn } from './todo-cards.tsx'

/** What else waits for the client, shown where he has just finished something; nothing where nothing does. */
export function NextTodo({ finished }: { finished: string }) {
  const t = useText()
  const home = useEndpoint(portalContract.getPortalHome, {})
  const waiting: Todo[] = (home.data?.todos ?? []).filter(({ id }) => id !== finished)
  const [next] = waiting
  if (!next) return null
  return (
    <Card roomy className={styles.next}>
      <p className={styles.count}>{t('portal.still_waiting', { count: waiting.length })}</p>
      <h2 className={styles.title}>{t('portal.answer', { name: next.name })}</h2>
      <GoOn todo={next} />
    </Card>
  )
}

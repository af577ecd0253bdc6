import type { ClientWork } from '#features/jobs/contract-client.ts'
import { ColorDot } from '#web/design/color-name.tsx'
import { useText } from '#web/text.tsx'
import { useWhen } from './when.ts'
import styles from './work-list.module.css'

/** Jobs in the words that are meant for the client: status, what it means, and since when. */
export function WorkList({ work }: { work: ClientWork[] }) {
  const t = useText()
  const when = useWhen()
  return (
    <ul className={styles.list}>
      {work.map(({ id, name, status, description, updatedAt }) => (
        <li key={id} className={styles.job}>
          <h3>{name}</h3>
          {status && (
            <p className={styles.status}>
              <ColorDot color={status.color} />
              <span>{status.name}</span>
            </p>
          )}
          {description && <p className={styles.description}>{description}</p>}
          <p className={styles.updated}>{t('portal.work_updated', { when: when(updatedAt) })}</p>
        </li>
      ))}
    </ul>
  )
}

import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { organizersContract } from '#features/organizers/contract.ts'
import type { PortalOrganizerRow } from '#features/organizers/schemas.ts'
import type { AccountId } from '#kernel/ids.ts'
import { usePages } from '#web/api/pages.ts'
import { ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { useFormat, useText } from '#web/text.tsx'
import styles from './sent-organizers.module.css'

/** What the client has sent, and what was closed before: there to be read, and changed as long as that is allowed. */
export function SentOrganizers({ accountId }: { accountId: AccountId }) {
  const t = useText()
  const { items = [], more } = usePages(organizersContract.listPortalOrganizers, { query: { accountId, limit: 20 } })
  const done = items.filter(isDone)
  if (done.length === 0) return null
  return (
    <section aria-labelledby="done" className={styles.done}>
      <h2 id="done">{t('portal.done')}</h2>
      <ul className={styles.list}>
        {done.map((organizer) => (
          <li key={organizer.id}>
            <Row organizer={organizer} />
          </li>
        ))}
      </ul>
      {more && <Button onClick={more}>{t('portal.older')}</Button>}
    </section>
  )
}

function Row({ organizer: { id, name, submittedAt } }: { organizer: PortalOrganizerRow }) {
  const t = useText()
  const { date, today } = useFormat()
  return (
    <AppLink to={`/portal/organizers/${id}`} className={styles.row}>
      <span>
        <b>{name}</b>
        <small>
          {submittedAt
            ? t('portal.sent_on', { on: date(today(new Date(submittedAt)), 'weekday') })
            : t('portal.closed')}
        </small>
      </span>
      <IconChevronRight {...ICON} />
    </AppLink>
  )
}

/** Everything that is not a to-do any more. */
function isDone({ status, sealed, archived }: PortalOrganizerRow): boolean {
  return status === 'submitted' || sealed || archived
}

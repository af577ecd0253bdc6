import { useEndpoint } from '#web/api/hooks.ts'
import { Card, cardLink } from '#web/design/card.tsx'
import { AppLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { useText } from '#web/text.tsx'
import { libraryContract } from '../contract.ts'
import type { OwnPackSummary } from '../contract-own.ts'
import styles from './library-page.module.css'

/** What the firm has put into its own library, apart from what ships (D-21). */
export function OwnPacks() {
  const t = useText()
  const own = useEndpoint(libraryContract.listOwnPacks, {})
  return (
    <section className={styles.part} aria-label={t('library.own')}>
      <h2>{t('library.own')}</h2>
      <ProblemNote problem={own.error} onRetry={() => void own.refetch()} />
      {own.data?.items.length === 0 && <p className={styles.lead}>{t('library.own_none')}</p>}
      <div className={styles.packs}>
        {own.data?.items.map((pack) => (
          <OwnPackCard key={pack.id} pack={pack} />
        ))}
      </div>
    </section>
  )
}

function OwnPackCard({ pack }: { pack: OwnPackSummary }) {
  const t = useText()
  const { organizers, emails, tasks } = pack
  return (
    <Card roomy className={styles.pack}>
      <h3>
        <AppLink to={`/templates/library/own/${pack.id}`} className={cardLink}>
          {pack.name}
        </AppLink>
      </h3>
      {pack.summary && <p className={styles.summary}>{pack.summary}</p>}
      <ol className={styles.stages} aria-label={t('library.stages')}>
        {pack.stages.map((stage) => (
          <li key={stage}>{stage}</li>
        ))}
      </ol>
      <p className={styles.counts}>
        <span>{t('library.counts', { organizers, emails, tasks })}</span>
        <Instant at={pack.savedAt} />
      </p>
    </Card>
  )
}

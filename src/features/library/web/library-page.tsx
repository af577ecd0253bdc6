import { useEndpoint } from '#web/api/hooks.ts'
import { Card, cardLink } from '#web/design/card.tsx'
import { AppLink } from '#web/design/link.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonCards } from '#web/design/skeleton.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { libraryContract, type PackSummary } from '../contract.ts'
import styles from './library-page.module.css'
import { OwnPacks } from './own-packs.tsx'

/** The sets of templates that ship: each a whole way of working, to be looked at and copied (D-21). */
export function LibraryPage() {
  const t = useText()
  const mayManage = useRight('manage_pipelines')
  const library = useEndpoint(libraryContract.listPacks, {})
  return (
    <Page title={t('library.title')}>
      {mayManage && <OwnPacks />}
      <section className={styles.part} aria-label={t('library.shipped')}>
        <h2>{t('library.shipped')}</h2>
        <p className={styles.lead}>{t('library.lead')}</p>
        <ProblemNote problem={library.error} onRetry={() => void library.refetch()} />
        {library.isPending && <SkeletonCards />}
        <div className={styles.packs}>
          {library.data?.items.map((pack) => (
            <PackCard key={pack.key} pack={pack} />
          ))}
        </div>
      </section>
    </Page>
  )
}

function PackCard({ pack }: { pack: PackSummary }) {
  const t = useText()
  return (
    <Card roomy className={styles.pack} lang={pack.locale}>
      <h3>
        <AppLink to={`/templates/library/${pack.key}`} className={cardLink}>
          {pack.name}
        </AppLink>
      </h3>
      <p className={styles.summary}>{pack.summary}</p>
      <ol className={styles.stages} aria-label={t('library.stages')}>
        {pack.stages.map((stage) => (
          <li key={stage}>{stage}</li>
        ))}
      </ol>
      <p className={styles.counts} lang={document.documentElement.lang}>
        <Tag>{t(`library.language_${pack.locale}`)}</Tag>
        <span>{t('library.counts', { organizers: pack.organizers, emails: pack.emails, tasks: pack.tasks })}</span>
      </p>
    </Card>
  )
}

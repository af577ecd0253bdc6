import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import type { ReturnOf } from '#kernel/contract.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { usePages } from '#web/api/pages.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { ICON } from '#web/design/icon.ts'
import { AppLink, LinkButton } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import type { BulkAct } from '../bulk-schemas.ts'
import { jobsContract } from '../contract.ts'
import { useActText } from './act-text.ts'
import { followBulkAct } from './bulk-acts.ts'
import styles from './bulk-results.module.css'

type Item = ReturnOf<typeof jobsContract.listBulkItems>['items'][number]

const ICONS = { failed: IconAlertTriangle, waiting: IconClock, succeeded: IconCheck }

type ResultsProps = { id: string; onShow: (id: string) => void; onClose: () => void }

/** What came of a bulk act for each job, failures first: where it is now, and what could not be done. */
export function BulkResults({ id, onShow, onClose }: ResultsProps) {
  const t = useText()
  const said = useActText()
  const params = { id }
  const { data: act } = useEndpoint(jobsContract.getBulkAct, { params }, { hears: ['jobs'] })
  const { items, more, problem } = usePages(
    jobsContract.listBulkItems,
    { params, query: { limit: 100 } },
    { hears: ['jobs'] },
  )
  return (
    <Drawer title={said(act) || t('ui.loading')} onClose={onClose}>
      {act && <TryAgain act={act} onShow={onShow} />}
      <ProblemNote problem={problem} />
      {!items && !problem && <SkeletonLines lines={6} />}
      <ul className={styles.items}>
        {items?.map((item) => (
          <ResultLine key={item.ordinal} item={item} onGo={onClose} />
        ))}
      </ul>
      {more && <Button onClick={more}>{t('ui.show_more')}</Button>}
    </Drawer>
  )
}

/** Tries again what failed, once; then leads to what came of that. */
function TryAgain({ act, onShow }: { act: BulkAct; onShow: (id: string) => void }) {
  const t = useText()
  const show = ({ id }: BulkAct) => {
    followBulkAct(id)
    onShow(id)
  }
  const retry = useAct(jobsContract.retryBulkAct, { onDone: show })
  const { retryId } = act
  return (
    <div className={styles.again}>
      <ProblemNote problem={retry.problem} />
      {act.mayRetry && (
        <Button loading={retry.isRunning} onClick={() => void retry.run({ params: { id: act.id } })}>
          {t('ui.retry')}
        </Button>
      )}
      {retryId && (
        <p>
          {t('bulk.tried_again')} <LinkButton onClick={() => onShow(retryId)}>{t('bulk.results')}</LinkButton>
        </p>
      )}
    </div>
  )
}

function ResultLine({ item, onGo }: { item: Item; onGo: () => void }) {
  const t = useText()
  const textOr = useTextOr()
  const Icon = ICONS[item.state]
  const { reason } = item
  return (
    <li className={styles.item} data-state={item.state}>
      <span className={styles.mark} role="img" aria-label={t(`bulk.${item.state}`)}>
        <Icon {...ICON} />
      </span>
      <div>
        <p>
          {item.jobId ? (
            <AppLink to={`/workflow/${item.pipelineId}/jobs/${item.jobId}`} className={styles.link} onClick={onGo}>
              {item.accountName}
            </AppLink>
          ) : (
            item.accountName
          )}
        </p>
        {item.jobName && <p className={styles.job}>{[item.jobName, item.stageName].filter(Boolean).join(' · ')}</p>}
        {reason && (
          <p className={styles.reason}>
            {textOr(`bulk.reason.${reason.code}`, 'bulk.reason.error', {
              errorId: reason.errorId ?? '',
              stage: item.stageName ?? '',
            })}
          </p>
        )}
        {item.failedOutcomes > 0 && <p className={styles.reason}>{t('card.failed', { count: item.failedOutcomes })}</p>}
      </div>
    </li>
  )
}

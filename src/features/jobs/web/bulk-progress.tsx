import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { ICON } from '#web/design/icon.ts'
import { later } from '#web/design/later.tsx'
import { announce } from '#web/design/live-region.tsx'
import { ProgressBar } from '#web/design/progress-bar.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import { useActText } from './act-text.ts'
import { followBulkAct, unfollowBulkAct, useFollowedBulkActs } from './bulk-acts.ts'
import styles from './bulk-progress.module.css'

const BulkResults = later(async () => (await import('./bulk-results.tsx')).BulkResults)

const ASK_AGAIN_MS = 2000

/** How far the bulk acts are that the reader started; survives going to another page and coming back another day. */
export function BulkProgress() {
  const followed = useFollowedBulkActs()
  const [shownId, setShownId] = useState<string | null>(null)
  const running = useEndpoint(jobsContract.listBulkActs, {})
  useEffect(() => {
    for (const { id, state } of running.data?.items ?? []) if (state !== 'finished') followBulkAct(id)
  }, [running.data])
  return (
    <>
      {followed.length > 0 && (
        <ul className={styles.acts}>
          {followed.map((id) => (
            <ActLine key={id} id={id} onResults={() => setShownId(id)} />
          ))}
        </ul>
      )}
      {shownId && <BulkResults key={shownId} id={shownId} onShow={setShownId} onClose={() => setShownId(null)} />}
    </>
  )
}

function ActLine({ id, onResults }: { id: string; onResults: () => void }) {
  const t = useText()
  const { data: act } = useEndpoint(
    jobsContract.getBulkAct,
    { params: { id } },
    { hears: ['jobs'], everyMs: (answer) => (answer?.state === 'finished' ? false : ASK_AGAIN_MS) },
  )
  const said = useActText()(act)
  const finished = act?.state === 'finished'
  useEffect(() => {
    if (finished) announce(said)
  }, [finished, said])
  if (!act) return null
  return (
    <li className={styles.act} data-failed={act.failed > 0 || undefined}>
      <div className={styles.line}>
        <p className={styles.said}>{said}</p>
        {finished && (
          <ActionIcon size="sm" aria-label={t('ui.close')} onClick={() => unfollowBulkAct(id)}>
            <IconX {...ICON} />
          </ActionIcon>
        )}
      </div>
      {!finished && <ProgressBar label={said} done={act.succeeded + act.failed} total={act.total} tone="accent" />}
      {(finished || act.failed > 0) && (
        <Button size="xs" onClick={onResults}>
          {t('bulk.results')}
        </Button>
      )}
    </li>
  )
}

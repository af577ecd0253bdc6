import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { pipelinesContract } from '#features/pipelines/contract.ts'
import { useEndpoint } from '../api/hooks.ts'
import { ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import { useText } from '../text.tsx'
import { AddJobsDialog } from './dialogs.ts'
import styles from './home-start.module.css'

/** A firm without jobs: clients, a pipeline, jobs. Each step says what it is for; the next one has the filled button. */
export function FirstSteps() {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const accounts = useEndpoint(accountsContract.listAccounts, { query: { limit: 1 } })
  const pipelines = useEndpoint(pipelinesContract.listPipelines, {})
  const clients = accounts.data?.total ?? 0
  const published = pipelines.data?.items.filter((pipeline) => pipeline.version !== null).length ?? 0
  const next = clients === 0 ? 1 : published === 0 ? 2 : 3
  const variant = (step: number) => (step === next ? 'filled' : 'default')
  return (
    <div className={styles.start}>
      <h2 className={styles.title}>{t('home.start')}</h2>
      <p className={styles.text}>{t('home.start_text')}</p>
      <ol className={styles.steps}>
        <Step
          number={1}
          title={t('home.step_clients')}
          text={t('home.step_clients_text')}
          done={clients > 0 ? t('home.step_clients_done', { count: clients }) : null}
        >
          <Button variant={variant(1)} component={AppLink} to="/clients/import">
            {t('home.import')}
          </Button>
        </Step>
        <Step
          number={2}
          title={t('home.step_pipeline')}
          text={t('home.step_pipeline_text')}
          done={published > 0 ? t('home.step_pipeline_done', { count: published }) : null}
        >
          <Button variant={variant(2)} component={AppLink} to="/templates/library">
            {t('home.library')}
          </Button>
        </Step>
        <Step number={3} title={t('home.step_jobs')} text={t('home.step_jobs_text')} done={null}>
          <Button variant={variant(3)} disabled={next < 3} onClick={() => setAdding(true)}>
            {t('board.add')}
          </Button>
        </Step>
      </ol>
      {adding && <AddJobsDialog onClose={() => setAdding(false)} />}
    </div>
  )
}

type StepProps = { number: number; title: string; text: string; done: string | null; children: ReactNode }

function Step({ number, title, text, done, children }: StepProps) {
  const t = useText()
  return (
    <li className={styles.step} data-done={done !== null || undefined}>
      <span className={styles.number} aria-hidden="true">
        {done === null ? number : <IconCheck {...ICON} />}
      </span>
      <div className={styles.words}>
        <h3>{title}</h3>
        <p className={styles.text}>{text}</p>
        {done !== null && (
          <p className={styles.done}>
            {t('home.done')}: {done}
          </p>
        )}
      </div>
      <div className={styles.act}>{children}</div>
    </li>
  )
}

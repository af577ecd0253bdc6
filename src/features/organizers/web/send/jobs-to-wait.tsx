import { Checkbox } from '@mantine/core'
import { jobsContract } from '#features/jobs/contract.ts'
import type { AccountId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { useText } from '#web/text.tsx'
import styles from './jobs-to-wait.module.css'

export type JobsToWaitProps = { accountId: string; chosen: string[]; onChange: (chosen: string[]) => void }

/** Which of a client's jobs shall wait for the organizer (ORG-31); nothing where there are none. */
export function JobsToWait({ accountId, chosen, onChange }: JobsToWaitProps) {
  const t = useText()
  const query = { accountId: accountId as AccountId, limit: 100 }
  const { data } = useEndpoint(jobsContract.listJobs, { query }, { hears: ['jobs'] })
  if (!data || data.items.length === 0) return null
  return (
    <Checkbox.Group label={t('orgsend.jobs')} description={t('orgsend.jobs_help')} value={chosen} onChange={onChange}>
      <div className={styles.jobs}>
        {data.items.map(({ id, name, pipelineName, stageName }) => (
          <Checkbox
            key={id}
            value={id}
            label={
              <>
                {name} <span className={styles.where}>{`${pipelineName}, ${stageName}`}</span>
              </>
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}

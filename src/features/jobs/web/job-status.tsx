import { Button } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { ColorDot } from '#web/design/color-name.tsx'
import { ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'
import { NewJobStatus } from './new-job-status.tsx'
import { StaleStatus, StatusPanel, useSetStatus, type WantedStatus } from './status-panel.tsx'

/**
 * The job's custom status, and the others that it could be in; Active is none of them (J-42). The panel asks where
 * something happens by itself or is still pending; who manages pipelines makes a missing status (J-41).
 */
export function JobStatus({ job }: { job: Job }) {
  const t = useText()
  const mayAdd = useRight('manage_pipelines')
  const [asking, setAsking] = useState<WantedStatus | null>(null)
  const [adding, setAdding] = useState(false)
  const act = useSetStatus(job, () => undefined)
  const current = job.statuses.find((status) => status.isSet)
  if ((job.statuses.length === 0 && !mayAdd) || job.lifecycle !== 'active') return null
  const leavesPending = job.items.some((item) => item.ofStatus && item.state === 'pending')
  const choose = (wanted: WantedStatus, automations: readonly unknown[]) => {
    if (automations.length > 0 || leavesPending) setAsking(wanted)
    else act.set(wanted.id, {})
  }
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button
            leftSection={current && <ColorDot color={current.color} />}
            rightSection={<IconChevronDown {...ICON} />}
            aria-label={t('job.status_is', { status: current?.name ?? t('job.status_active') })}
          >
            {current?.name ?? t('job.status_active')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!current} onClick={() => choose({ id: null, name: t('job.status_active') }, [])}>
            {t('job.status_active')}
          </Menu.Item>
          {job.statuses.map((status) => (
            <Menu.Item
              key={status.id}
              disabled={status.isSet}
              leftSection={<ColorDot color={status.color} />}
              onClick={() => choose(status, status.automations)}
            >
              {status.name}
            </Menu.Item>
          ))}
          {mayAdd && (
            <>
              <Menu.Divider />
              <Menu.Item leftSection={<IconPlus {...ICON} />} onClick={() => setAdding(true)}>
                {t('job.new_status')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <StaleStatus theirs={act.theirs} />
      <ProblemNote problem={act.problem} />
      {asking && <StatusPanel job={job} status={asking} onClose={() => setAsking(null)} />}
      {adding && <NewJobStatus job={job} onMade={(id) => act.set(id, {})} onClose={() => setAdding(false)} />}
    </>
  )
}

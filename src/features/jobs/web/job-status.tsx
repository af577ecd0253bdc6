import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { ColorDot } from '#web/design/color-name.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { ICON } from '#web/design/icon.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Job } from '../schemas.ts'
import { AutomationPicks } from './automation-picks.tsx'

type Status = Job['statuses'][number]

/** The job's custom status, and the others that it could be in; Active is none of them (J-42). */
export function JobStatus({ job }: { job: Job }) {
  const t = useText()
  const [asking, setAsking] = useState<Status | null>(null)
  const act = useSetStatus(job, () => setAsking(null))
  const current = job.statuses.find((status) => status.isSet)
  if (job.statuses.length === 0 || job.lifecycle !== 'active') return null
  const choose = (status: Status) => {
    if (status.automations.length > 0) setAsking(status)
    else act.set(status.id, [])
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
          <Menu.Item disabled={!current} onClick={() => act.set(null, [])}>
            {t('job.status_active')}
          </Menu.Item>
          {job.statuses.map((status) => (
            <Menu.Item
              key={status.id}
              disabled={status.isSet}
              leftSection={<ColorDot color={status.color} />}
              onClick={() => choose(status)}
            >
              {status.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ProblemNote problem={asking ? null : act.problem} />
      {asking && <AskFirst status={asking} act={act} onClose={() => setAsking(null)} />}
    </>
  )
}

type Setting = ReturnType<typeof useSetStatus>

function useSetStatus(job: Job, onDone: () => void) {
  const act = useAct(jobsContract.setJobStatus, { touches: ['jobs', 'pipelines'], onDone })
  const set = (statusId: string | null, deselectedAutomationIds: string[]) =>
    void act.run({
      params: { id: job.id as never },
      body: { statusId: statusId as never, deselectedAutomationIds: deselectedAutomationIds as never },
      ifMatch: job.revision,
    })
  return { set, isRunning: act.isRunning, problem: act.problem }
}

/** What the status does by itself, each to be unticked (A-30, J-45). */
function AskFirst({ status, act, onClose }: { status: Status; act: Setting; onClose: () => void }) {
  const t = useText()
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  return (
    <Dialog
      opened
      title={t('job.set_status', { status: status.name })}
      onClose={onClose}
      buttons={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="filled" loading={act.isRunning} onClick={() => act.set(status.id, [...off])}>
            {t('job.set_status', { status: status.name })}
          </Button>
        </>
      }
    >
      <AutomationPicks automations={status.automations} off={off} onOff={setOff} />
      <ProblemNote problem={act.problem} />
    </Dialog>
  )
}

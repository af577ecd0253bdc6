import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { HistoryList } from '#features/activity/web/history-list.tsx'
import { jobsContract } from '#features/jobs/contract.ts'
import type { Job } from '#features/jobs/schemas.ts'
import { JobDrawer } from '#features/jobs/web/job-drawer.tsx'
import { NewTask } from '#features/tasks/web/new-task.tsx'
import { useEndpoint } from '../api/hooks.ts'
import { Page } from '../design/page.tsx'
import { ProblemNote } from '../design/problem-note.tsx'
import { useMember, useRight } from '../session.tsx'
import { useText } from '../text.tsx'
import { SendOrganizer } from './dialogs.ts'

/** The drawer of one job over its board. */
export function JobPanel() {
  const navigate = useNavigate()
  const { member } = useMember()
  const { pipelineId, jobId } = useParams({ from: '/staff/workflow/$pipelineId/jobs/$jobId' })
  const maySend = useRight('manage_organizers')
  const [taskFor, setTaskFor] = useState<Job | null>(null)
  const [sendFor, setSendFor] = useState<Job | null>(null)
  const go = (id: string) =>
    void navigate({ to: '/workflow/$pipelineId/jobs/$jobId', params: { pipelineId, jobId: id }, search: true })
  return (
    <>
      <JobDrawer
        key={jobId}
        jobId={jobId}
        me={member.id}
        history={<HistoryList thing="jobs" id={jobId} />}
        onAddTask={setTaskFor}
        onSend={maySend ? setSendFor : undefined}
        onGo={go}
        onClose={() => void navigate({ to: '/workflow/$pipelineId', params: { pipelineId }, search: true })}
      />
      {taskFor && <NewTask place={placeOf(taskFor)} onClose={() => setTaskFor(null)} />}
      {sendFor && <SendOrganizer job={sendFor} onClose={() => setSendFor(null)} />}
    </>
  )
}

/** Leads to the drawer of a job whose pipeline the link did not know. */
export function FindJob() {
  const t = useText()
  const { jobId } = useParams({ from: '/staff/jobs/$jobId' })
  const { data: job, error } = useEndpoint(jobsContract.getJob, { params: { id: jobId } })
  if (job)
    return <Navigate to="/workflow/$pipelineId/jobs/$jobId" params={{ pipelineId: job.pipelineId, jobId }} replace />
  return (
    <Page title={t('board.title')}>
      <ProblemNote problem={error} />
    </Page>
  )
}

function placeOf({ accountId, accountName, id: jobId, name: jobName }: Job) {
  return { accountId, accountName, jobId, jobName }
}

import type { JobId, OrganizerId, TaskId } from '#kernel/ids.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import type { Job } from '../../src/features/jobs/schemas.ts'
import { organizersContract } from '../../src/features/organizers/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { Caller } from './firm-in.ts'

/** What people do with jobs and what they wait for, in a word each. */
export function jobOf(who: Caller, id: JobId): Promise<Job> {
  return who.call(jobsContract.getJob, { params: { id } })
}

export async function moveTo(
  who: Caller,
  id: JobId,
  stageId: string,
  deselectedAutomationIds: string[] = [],
): Promise<Job> {
  const { revision } = await jobOf(who, id)
  const headers = { 'if-match': `"${revision}"` }
  return who.call(jobsContract.moveJob, { params: { id }, headers, body: { stageId, deselectedAutomationIds } })
}

/** Ids of the job's linked items of a kind, those that hold its stage only. */
export async function holding(who: Caller, id: JobId, kind: 'organizer' | 'task'): Promise<string[]> {
  return (await jobOf(who, id)).items.filter((item) => item.kind === kind && item.holds).map((item) => item.id)
}

export function finish(who: Caller, taskId: string, status: 'completed' | 'canceled' | 'planned' = 'completed') {
  return who.call(tasksContract.setTaskStatus, { params: { id: taskId as TaskId }, body: { status } })
}

/** The client answers the one question of `newOrganizerTemplate` and submits. */
export async function submit(client: Caller, organizerId: string): Promise<void> {
  const params = { id: organizerId as OrganizerId }
  await client.call(organizersContract.saveAnswer, {
    params: { ...params, questionId: 'q_ok' },
    body: { value: true, revision: 0 },
  })
  await client.call(organizersContract.submitOrganizer, { params })
}

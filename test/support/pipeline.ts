import type { Condition } from '#conditions/model.ts'
import type { Automation, Completion, JobStatus, Stage } from '#engine/core/pipeline.ts'
import {
  type AccountId,
  type AutomationId,
  type ClientStatusId,
  type JobId,
  newId,
  type PipelineId,
  type StageId,
  type TagId,
  type TemplateId,
} from '#kernel/ids.ts'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { emailsContract } from '../../src/features/emails/contract.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { organizersContract } from '../../src/features/organizers/contract.ts'
import { pipelinesContract } from '../../src/features/pipelines/contract.ts'
import { tagsContract } from '../../src/features/tags/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { MemberCaller, TestFirm } from './firm-in.ts'

export type StageWish = {
  name: string
  automove?: boolean
  condition?: Condition | null
  whenEmpty?: 'stay' | 'advance'
  completion?: Completion
  automations?: Automation[]
}

export type TestPipeline = { id: PipelineId; stages: Stage[]; named(name: string): Stage }

/** A published pipeline with these stages. */
export async function publish(
  firm: TestFirm,
  name: string,
  wishes: StageWish[],
  statuses: JobStatus[] = [],
): Promise<TestPipeline> {
  const created = await firm.owner.call(pipelinesContract.createPipeline, { body: { name } })
  const id = created.id as PipelineId
  const stages = wishes.map(stageOf)
  const ifMatch = (revision: number) => ({ 'if-match': `"${revision}"` })
  const draft = await firm.owner.call(pipelinesContract.saveDraft, {
    params: { id },
    body: { stages, statuses },
    headers: ifMatch(created.revision),
  })
  await firm.owner.call(pipelinesContract.publishPipeline, {
    params: { id },
    body: {},
    headers: ifMatch(draft.revision),
  })
  return { id, stages, named: (wanted) => stages.find((stage) => stage.name === wanted)! }
}

/** Makes a pipeline available to these members only, and whoever sees all (P-2). */
export async function makeAvailable(firm: TestFirm, id: PipelineId, ...members: MemberCaller[]): Promise<void> {
  const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id } })
  const body = { memberIds: members.map(({ member }) => member.memberId) }
  const headers = { 'if-match': `"${revision}"` }
  await firm.owner.call(pipelinesContract.setAvailability, { params: { id }, headers, body })
}

export function stageOf({
  name,
  automove = false,
  condition,
  whenEmpty = 'stay',
  completion = { rule: 'all' },
  automations = [],
}: StageWish): Stage {
  return {
    id: newId<'stage'>(),
    name,
    automove,
    condition: condition ?? null,
    whenEmpty,
    completion,
    timeLimit: null,
    automations,
  }
}

const automation = (condition: Condition | null) => ({
  id: newId<'automation'>() as AutomationId,
  condition,
  repeat: 'every_visit' as const,
})

export const asks = {
  organizer: (templateId: TemplateId, condition: Condition | null = null): Automation => ({
    ...automation(condition),
    kind: 'create_organizer',
    templateId,
  }),
  task: (templateId: TemplateId, condition: Condition | null = null): Automation => ({
    ...automation(condition),
    kind: 'create_task',
    templateId,
  }),
  email: (templateId: TemplateId, condition: Condition | null = null): Automation => ({
    ...automation(condition),
    kind: 'send_email',
    templateId,
  }),
  tags: (
    change: { add?: TagId[]; remove?: TagId[]; clear?: boolean },
    condition: Condition | null = null,
  ): Automation => ({
    ...automation(condition),
    kind: 'update_account_tags',
    add: change.add ?? [],
    remove: change.remove ?? [],
    clear: change.clear ?? false,
  }),
}

/** An automation that shows a client status, or hides the job from the client. */
export function tells(
  statusId: string | null,
  wish: { visible?: boolean; description?: string; notify?: boolean } = {},
): Automation {
  const { visible = true, description = null, notify = false } = wish
  const says = { visible, statusId: statusId as ClientStatusId | null, description, notify }
  return { ...automation(null), kind: 'update_client_status', ...says }
}

export const hasTag = (tagId: TagId): Condition => ({ kind: 'all', of: [{ kind: 'tag', tagId }] })

export async function newTag(firm: TestFirm, name: string): Promise<TagId> {
  return (await firm.owner.call(tagsContract.createTag, { body: { name, color: 'gray' } })).id as TagId
}

export async function newTaskTemplate(firm: TestFirm, title: string): Promise<TemplateId> {
  return (await firm.owner.call(tasksContract.createTaskTemplate, { body: { name: title, title } })).id as TemplateId
}

export async function newEmailTemplate(
  firm: TestFirm,
  name: string,
  subject = name,
  body = 'Hello [FIRST_NAME]',
): Promise<TemplateId> {
  return (await firm.owner.call(emailsContract.createEmailTemplate, { body: { name, subject, body } })).id as TemplateId
}

/** An organizer template with one required yes/no question. */
export async function newOrganizerTemplate(firm: TestFirm, name: string): Promise<TemplateId> {
  const question = {
    type: 'yes_no' as const,
    id: 'q_ok',
    label: 'Is everything as last year?',
    required: true,
    condition: null,
  }
  const definition = { sections: [{ id: 's_one', name: 'One', condition: null, blocks: [question] }] }
  const made = await firm.owner.call(organizersContract.createOrganizerTemplate, {
    body: { name, organizerName: name, definition },
  })
  return made.id as TemplateId
}

export async function newAccount(
  firm: TestFirm,
  name: string,
  contact: { email?: string; notify?: boolean; login?: boolean } = {},
): Promise<AccountId> {
  const {
    email = `${name.toLowerCase().replaceAll(/\W/g, '')}-${firm.slug}@example.com`,
    notify = true,
    login = true,
  } = contact
  const made = await firm.owner.call(accountsContract.createAccount, {
    body: {
      name,
      type: 'individual',
      contacts: [{ firstName: name, lastName: 'Client', emails: [{ email, login, notify }] }],
    },
  })
  return made.id as AccountId
}

/** Adds a job for each account and lets the worker carry it out; ids in the accounts' order. */
export async function addJobs(
  firm: TestFirm,
  pipeline: Pick<TestPipeline, 'id'>,
  accountIds: AccountId[],
  stageId?: StageId,
): Promise<JobId[]> {
  const body = { pipelineId: pipeline.id, accountIds, name: 'Return', ...(stageId ? { stageId } : {}) }
  const act = await firm.owner.call(jobsContract.addJobs, { body })
  await firm.drain()
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id: act.id }, query: { limit: 100 } })
  return items.sort((a, b) => a.ordinal - b.ordinal).map((item) => item.jobId as JobId)
}

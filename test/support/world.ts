import type { AccountId, JobId, PipelineId } from '#kernel/ids.ts'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { activityContract } from '../../src/features/activity/contract.ts'
import { clientStatusesContract } from '../../src/features/client-statuses/contract.ts'
import { emailsContract } from '../../src/features/emails/contract.ts'
import type { MailKind } from '../../src/features/emails/index.ts'
import { importsContract } from '../../src/features/imports/contract.ts'
import { jobRecurrencesContract } from '../../src/features/job-recurrences/contract.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { jobTemplatesContract } from '../../src/features/jobs/contract-templates.ts'
import { organizersContract } from '../../src/features/organizers/contract.ts'
import { rolesContract } from '../../src/features/roles/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import { type Caller, freshFirm, type MemberCaller, signInClient, type TestFirm } from './firm.ts'
import { addJobs, asks, newAccount, newEmailTemplate, newTag, newTaskTemplate, publish } from './pipeline.ts'

/** A firm in which one thing of every kind stands, by id: what a call may name. */
export type World = {
  firm: TestFirm
  client: Caller
  /** an employee without rights and without accounts */
  employee: MemberCaller
  admin: MemberCaller
  ids: Ids
}

export type Ids = Awaited<ReturnType<typeof furnish>>['ids']

/** The token of the link that the newest mail of this kind brought to this address. */
export async function tokenOf(world: World, kind: MailKind, to: string): Promise<string> {
  const row = await world.firm.run((tx) =>
    tx.db
      .selectFrom('mails')
      .select('params')
      .where('firm_id', '=', tx.firmId)
      .where('kind', '=', kind)
      .where('to_email', '=', to)
      .orderBy('created_at', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return decodeURIComponent(/(?:token=|\/todo\/)([^&?#]+)/.exec(String((row.params as { link?: string }).link))![1]!)
}

export async function makeWorld(): Promise<World> {
  const firm = await freshFirm()
  const employee = await firm.addMember('employee', [], 'Jonas Krüger')
  const admin = await firm.addMember('admin', [], 'Sanne Vermeer')
  const { client, ids } = await furnish(firm, employee)
  return { firm, client, employee, admin, ids }
}

async function furnish(firm: TestFirm, employee: MemberCaller) {
  const { owner } = firm
  const email = clientEmail(firm)
  const jobTemplate = await owner.call(jobTemplatesContract.createJobTemplate, {
    body: { name: 'Return', title: '1040 [TAX_YEAR]' },
  })
  const accountId = await newAccount(firm, 'Visser', { email })
  const account = await owner.call(accountsContract.getAccount, { params: { id: accountId } })
  const contact = account.contacts[0]!
  const organizerTemplate = await organizerTemplateOf(firm)
  const [tag, emailTemplate, taskTemplate] = [
    await newTag(firm, 'VIP'),
    await newEmailTemplate(firm, 'Welcome'),
    await newTaskTemplate(firm, 'Check'),
  ]
  const automations = [
    asks.tags({ add: [tag] }),
    asks.organizer(organizerTemplate),
    asks.task(taskTemplate),
    asks.email(emailTemplate),
  ]
  const pipeline = await publish(firm, 'Returns', [
    { name: 'Gather', automove: true, automations },
    { name: 'Prepare' },
    { name: 'Done' },
  ])
  const [job] = await addJobs(firm, pipeline, [accountId])
  const [otherJob] = await addJobs(firm, pipeline, [accountId], pipeline.named('Prepare').id)
  const items = (await owner.call(jobsContract.getJob, { params: { id: job as JobId } })).items
  const organizer = items.find((item) => item.kind === 'organizer')!.id
  const client = await signInClient(firm, email)
  const attached = await client.call(organizersContract.attachFile, {
    params: { id: organizer, questionId: 'q_file' },
    query: { name: 'w2.txt' },
    body: new TextEncoder().encode('a paper'),
  })
  const csv = new TextEncoder().encode('Account name,First name,Last name\nNew client,Ada,New\n')
  const imported = await owner.call(importsContract.uploadImport, { query: { name: 'clients.csv' }, body: csv })
  const acts = await owner.call(jobsContract.listBulkActs)
  const mails = await owner.call(emailsContract.listMails)
  const events = await owner.call(activityContract.listEvents, { query: { jobId: job } })
  const ids = {
    account: accountId as AccountId,
    contact: contact.id,
    contactEmail: contact.emails[0]!.id,
    tag,
    emailTemplate,
    taskTemplate,
    organizerTemplate,
    pipeline: pipeline.id,
    stage: pipeline.stages[0]!.id,
    nextStage: pipeline.stages[1]!.id,
    job: job as JobId,
    otherJob: otherJob!,
    jobTemplate: jobTemplate.id,
    organizer,
    task: items.find((item) => item.kind === 'task')!.id,
    ...(await tasksOf(firm, accountId)),
    jobRecurrence: await jobRecurrenceOf(firm, pipeline.id, accountId),
    document: attached.documentId,
    member: employee.member.memberId,
    clientStatus: (await owner.call(clientStatusesContract.listClientStatuses)).items[0]!.id,
    role: (await owner.call(rolesContract.listAccountRoles)).items[0]!.id,
    mail: mails.items[0]!.id,
    import: imported.id,
    bulkAct: acts.items[0]!.id,
    event: events.items[0]!.id,
  }
  return { client, ids }
}

/** A task with a checklist, and one that comes again. */
async function tasksOf({ owner }: TestFirm, accountId: AccountId) {
  const checked = await owner.call(tasksContract.createTask, { body: { accountId, name: 'Check', subtasks: ['One'] } })
  const schedule = { frequency: 'monthly', startOn: '2100-01-31' }
  const body = { accountId, title: 'Books', schedule }
  const { id: taskRecurrence } = await owner.call(tasksContract.createTaskRecurrence, { body })
  return { checkedTask: checked.id, subtask: checked.subtasks[0]!.id, taskRecurrence }
}

async function jobRecurrenceOf({ owner }: TestFirm, pipelineId: PipelineId, accountId: AccountId): Promise<string> {
  const body = {
    pipelineId,
    accountIds: [accountId],
    name: 'Books',
    schedule: { frequency: 'monthly', startOn: '2100-01-31' },
  }
  await owner.call(jobRecurrencesContract.createJobRecurrences, { body })
  return (await owner.call(jobRecurrencesContract.listJobRecurrences)).items[0]!.id
}

export function clientEmail(firm: TestFirm): string {
  return `client-${firm.slug}@example.com`
}

/** One yes/no question and one for files, neither required. */
async function organizerTemplateOf(firm: TestFirm) {
  const question = { required: false, condition: null }
  const blocks = [
    { ...question, type: 'yes_no', id: 'q_ok', label: 'Is everything as last year?' },
    { ...question, type: 'file_upload', id: 'q_file', label: 'Your papers' },
  ]
  const definition = { sections: [{ id: 's_one', name: 'One', condition: null, blocks }] }
  const body = { name: 'Questions', organizerName: 'Questions', definition }
  return (await firm.owner.call(organizersContract.createOrganizerTemplate, { body })).id
}

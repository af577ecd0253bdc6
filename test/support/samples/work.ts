import { emailsContract } from '../../../src/features/emails/contract.ts'
import { jobRecurrencesContract } from '../../../src/features/job-recurrences/contract.ts'
import { jobsContract } from '../../../src/features/jobs/contract.ts'
import { libraryContract } from '../../../src/features/library/contract.ts'
import { organizersContract } from '../../../src/features/organizers/contract.ts'
import { pipelinesContract } from '../../../src/features/pipelines/contract.ts'
import { tasksContract } from '../../../src/features/tasks/contract.ts'
import { newTaskTemplate } from '../pipeline.ts'
import { createPipeline } from '../pipelines.ts'
import type { World } from '../world.ts'
import { fresh, type Samples, seen } from './sample.ts'

const DEFINITION = { sections: [{ id: 's_one', name: 'One', condition: null, blocks: [] }] }
const MONTHLY = { frequency: 'monthly', startOn: '2100-01-31' }
const draftOf = async ({ firm, ids }: World) =>
  (await firm.owner.call(pipelinesContract.getPipeline, { params: { id: ids.pipeline } })).draft
const seenPipeline = ({ firm, ids }: World) => seen(firm.owner, pipelinesContract.getPipeline, { id: ids.pipeline })
const ownPack = async ({ owner }: World['firm'], pipelineId: string) => {
  const { id } = await owner.call(libraryContract.saveOwnPack, { body: { pipelineId, name: fresh('Own') } })
  return { id }
}
const seenJob = ({ firm, ids }: World) => seen(firm.owner, jobsContract.getJob, { id: ids.job })

export const workSamples: Samples = {
  'jobs.getJobCalendar': () => ({ sent: { query: { from: '2026-04-01', to: '2026-04-30' } } }),
  'jobs.getJobDeadlines': () => ({}),
  'jobs.getTeamLoad': () => ({}),
  'job-recurrences.listJobRecurrences': ({ ids }) => ({ sent: { query: { pipelineId: ids.pipeline } } }),
  'job-recurrences.getJobRecurrence': ({ ids }) => ({ sent: { params: { id: ids.jobRecurrence } } }),
  'job-recurrences.createJobRecurrences': ({ ids }) => ({
    sent: { body: { pipelineId: ids.pipeline, accountIds: [ids.account], name: 'Books', schedule: MONTHLY } },
  }),
  'job-recurrences.changeJobRecurrence': async ({ firm, ids }) => {
    const params = { id: ids.jobRecurrence }
    const headers = await seen(firm.owner, jobRecurrencesContract.getJobRecurrence, params)
    return { sent: { params, headers, body: { name: 'Ledger', schedule: MONTHLY } } }
  },
  'job-recurrences.endJobRecurrence': ({ ids }) => ({ sent: { params: { id: ids.jobRecurrence } } }),
  'templates.listTemplates': () => ({}),
  'emails.getEmailTemplate': ({ ids }) => ({ sent: { params: { id: ids.emailTemplate } } }),
  'emails.createEmailTemplate': () => ({
    sent: { body: { name: fresh('Mail'), subject: 'Your [TAX_YEAR] return', body: 'Dear [FIRST_NAME],' } },
  }),
  'emails.changeEmailTemplate': async ({ firm, ids }) => ({
    sent: {
      params: { id: ids.emailTemplate },
      body: { name: 'Welcome', subject: 'Hello', body: 'Dear [FIRST_NAME],' },
      headers: await seen(firm.owner, emailsContract.getEmailTemplate, { id: ids.emailTemplate }),
    },
  }),
  'emails.previewEmail': ({ ids }) => ({
    sent: { body: { subject: 'Hello', body: 'Dear [FIRST_NAME],', accountId: ids.account } },
  }),
  'emails.listMails': () => ({}),
  'emails.getMail': ({ ids }) => ({ sent: { params: { id: ids.mail } } }),
  'documents.listDocuments': ({ ids }) => ({ sent: { params: { id: ids.account } } }),
  'documents.getDocumentContent': ({ ids }) => ({ sent: { params: { id: ids.document } } }),
  'organizers.listOrganizerTemplates': () => ({}),
  'organizers.getOrganizerTemplate': ({ ids }) => ({ sent: { params: { id: ids.organizerTemplate } } }),
  'organizers.createOrganizerTemplate': () => ({
    sent: { body: { name: fresh('Organizer'), organizerName: 'Rent [TAX_YEAR]', definition: DEFINITION } },
  }),
  'organizers.changeOrganizerTemplate': async ({ firm, ids }) => {
    const params = { id: ids.organizerTemplate }
    const { definition } = await firm.owner.call(organizersContract.getOrganizerTemplate, { params })
    const headers = await seen(firm.owner, organizersContract.getOrganizerTemplate, params)
    return { sent: { params, headers, body: { name: 'Questions', organizerName: 'Questions', definition } } }
  },
  'organizers.copyOrganizerTemplate': ({ ids }) => ({ sent: { params: { id: ids.organizerTemplate } } }),
  'organizers.sendOrganizers': ({ ids }) => ({
    sent: { body: { templateId: ids.organizerTemplate, accountIds: [ids.account], jobIds: [ids.job] } },
  }),
  'organizers.listOrganizers': () => ({}),
  'organizers.getOrganizer': ({ ids }) => ({ sent: { params: { id: ids.organizer } } }),
  'organizers.renameOrganizer': async ({ firm, ids }) => ({
    sent: {
      params: { id: ids.organizer },
      body: { name: fresh('Renamed') },
      headers: await seen(firm.owner, organizersContract.getOrganizer, { id: ids.organizer }),
    },
  }),
  'tasks.listTasks': ({ ids }) => ({ sent: { query: { jobId: ids.job } } }),
  'tasks.getTask': ({ ids }) => ({ sent: { params: { id: ids.task } } }),
  'tasks.createTask': ({ ids }) => ({
    sent: {
      body: {
        accountId: ids.account,
        jobId: ids.job,
        name: 'One more',
        assigneeIds: [ids.member],
        roleIds: [ids.role],
      },
    },
  }),
  'tasks.changeTask': async ({ firm, ids }) => ({
    sent: {
      params: { id: ids.task },
      body: { name: 'Changed', assigneeIds: [ids.member] },
      headers: await seen(firm.owner, tasksContract.getTask, { id: ids.task }),
    },
  }),
  'tasks.createTasks': ({ ids }) => ({
    sent: { body: { accountIds: [ids.account], name: 'Call [ACCOUNT_NAME]', roleIds: [ids.role] } },
  }),
  'tasks.setSubtask': ({ ids }) => ({
    sent: { params: { id: ids.checkedTask, subtaskId: ids.subtask }, body: { done: true } },
  }),
  'tasks.listTaskRecurrences': ({ ids }) => ({ sent: { query: { accountId: ids.account } } }),
  'tasks.getTaskRecurrence': ({ ids }) => ({ sent: { params: { id: ids.taskRecurrence } } }),
  'tasks.createTaskRecurrence': ({ ids }) => ({
    sent: { body: { accountId: ids.account, title: 'Books', roleIds: [ids.role], schedule: MONTHLY } },
  }),
  'tasks.changeTaskRecurrence': async ({ firm, ids }) => {
    const params = { id: ids.taskRecurrence }
    const headers = await seen(firm.owner, tasksContract.getTaskRecurrence, params)
    return { sent: { params, headers, body: { title: 'Books', assigneeIds: [ids.member], schedule: MONTHLY } } }
  },
  'tasks.endTaskRecurrence': ({ ids }) => ({ sent: { params: { id: ids.taskRecurrence } } }),
  'tasks.setTaskStatus': ({ ids }) => ({ sent: { params: { id: ids.task }, body: { status: 'in_progress' } } }),
  'tasks.getTaskTemplate': ({ ids }) => ({ sent: { params: { id: ids.taskTemplate } } }),
  'tasks.createTaskTemplate': ({ ids }) => ({
    sent: { body: { name: fresh('Review'), title: 'Review [ACCOUNT_NAME]', assigneeIds: [ids.member] } },
  }),
  'tasks.changeTaskTemplate': async ({ firm, ids }) => ({
    sent: {
      params: { id: ids.taskTemplate },
      body: { name: 'Check', title: 'Check' },
      headers: await seen(firm.owner, tasksContract.getTaskTemplate, { id: ids.taskTemplate }),
    },
  }),
  'pipelines.listPipelines': () => ({}),
  'pipelines.createPipeline': () => ({ sent: { body: { name: fresh('Pipeline') } } }),
  'pipelines.getPipeline': ({ ids }) => ({ sent: { params: { id: ids.pipeline } } }),
  'pipelines.saveDraft': async (world) => ({
    sent: { params: { id: world.ids.pipeline }, body: await draftOf(world), headers: await seenPipeline(world) },
  }),
  'pipelines.renamePipeline': async (world) => ({
    sent: { params: { id: world.ids.pipeline }, body: { name: fresh('Returns') }, headers: await seenPipeline(world) },
  }),
  'pipelines.setAvailability': async (world) => ({
    sent: {
      params: { id: world.ids.pipeline },
      body: { memberIds: [world.ids.member] },
      headers: await seenPipeline(world),
    },
  }),
  'pipelines.changeSettings': async (world) => ({
    sent: {
      params: { id: world.ids.pipeline },
      body: {
        sort: 'due_date',
        cardFields: ['due_date', 'tags'],
        jobTemplateId: null,
        jobTemplateMode: 'manual',
        recurrence: { frequency: 'monthly', startOn: '2026-01-31' },
      },
      headers: await seenPipeline(world),
    },
  }),
  'pipelines.publishPipeline': async (world) => {
    const [stages, params] = [(await draftOf(world)).stages, { id: world.ids.pipeline }]
    const body = { stages: stages.map((stage, at) => (at === 2 ? { ...stage, name: fresh('Done') } : stage)) }
    await world.firm.owner.call(pipelinesContract.saveDraft, { params, body, headers: await seenPipeline(world) })
    return { sent: { params, body: {}, headers: await seenPipeline(world) } }
  },
  'pipelines.listVersions': ({ ids }) => ({ sent: { params: { id: ids.pipeline } } }),
  'pipelines.getVersion': ({ ids }) => ({ sent: { params: { id: ids.pipeline, version: '1' } } }),
  'pipelines.addJobStatus': ({ ids }) => ({
    sent: { params: { id: ids.pipeline }, body: { name: fresh('Status'), color: 'orange' } },
  }),
  'pipelines.duplicatePipeline': ({ ids }) => ({ sent: { params: { id: ids.pipeline } } }),
  'pipelines.setPipelineState': async (world) => ({
    sent: { params: { id: world.ids.pipeline }, body: { state: 'active' }, headers: await seenPipeline(world) },
  }),
  'pipelines.deletePipeline': async ({ firm }) => {
    const { id } = await createPipeline(firm.owner, fresh('Gone'))
    return { sent: { params: { id }, headers: await seen(firm.owner, pipelinesContract.getPipeline, { id }) } }
  },
  'pipelines.restoreVersion': async (world) => ({
    sent: { params: { id: world.ids.pipeline, version: '1' }, headers: await seenPipeline(world) },
  }),
  'pipelines.deleteTemplate': async ({ firm }) => {
    const id = await newTaskTemplate(firm, fresh('Gone'))
    return { sent: { params: { id }, headers: await seen(firm.owner, tasksContract.getTaskTemplate, { id }) } }
  },
  'jobs.addJobs': ({ ids }) => ({
    sent: {
      body: {
        pipelineId: ids.pipeline,
        stageId: ids.stage,
        accountIds: [ids.account],
        name: 'Return [TAX_YEAR]',
        assigneeIds: [ids.member],
        roleIds: [ids.role],
        linkedJobId: ids.otherJob,
      },
    },
  }),
  'jobs.previewStage': ({ ids }) => ({
    sent: { body: { jobIds: [ids.job], pipelineId: ids.pipeline, stageId: ids.nextStage } },
  }),
  'jobs.previewStatus': ({ ids }) => ({ sent: { body: { jobIds: [ids.job], statusId: null } } }),
  'jobs.moveJobs': ({ ids }) => ({
    sent: { body: { stage: { pipelineId: ids.pipeline, stageId: ids.stage }, stageId: ids.nextStage } },
  }),
  'jobs.editJobs': ({ ids }) => ({
    sent: { body: { jobIds: [ids.job], priority: 'high', addAssigneeIds: [ids.member], addTagIds: [ids.tag] } },
  }),
  'jobs.getBulkAct': ({ ids }) => ({ sent: { params: { id: ids.bulkAct } } }),
  'jobs.listBulkActs': () => ({}),
  'jobs.listBulkItems': ({ ids }) => ({ sent: { params: { id: ids.bulkAct } } }),
  'jobs.getBoard': ({ ids }) => ({ sent: { params: { id: ids.pipeline }, query: { tagId: ids.tag, turn: 'client' } } }),
  'jobs.listStageJobs': ({ ids }) => ({ sent: { params: { id: ids.pipeline, stageId: ids.stage } } }),
  'jobs.getDistribution': () => ({}),
  'jobs.listJobs': ({ ids }) => ({ sent: { query: { accountId: ids.account } } }),
  'jobs.getJob': ({ ids }) => ({ sent: { params: { id: ids.job } } }),
  'jobs.moveJob': async (world) => ({
    sent: { params: { id: world.ids.job }, body: { stageId: world.ids.nextStage }, headers: await seenJob(world) },
  }),
  'jobs.setJobStatus': async (world) => ({
    sent: { params: { id: world.ids.job }, body: { statusId: null }, headers: await seenJob(world) },
  }),
  'jobs.retryAutomations': ({ ids }) => ({
    sent: { params: { id: ids.job }, body: { automationIds: ['00000000-0000-4000-8000-000000000001'] } },
  }),
  'jobs.listPortalWork': ({ ids }) => ({ as: 'client', sent: { query: { accountId: ids.account } } }),
  'jobs.listClientWork': ({ ids }) => ({ sent: { params: { id: ids.account } } }),
  'jobs.archiveJob': ({ ids }) => ({ sent: { params: { id: ids.job } } }),
  'jobs.restoreJob': ({ ids }) => ({ sent: { params: { id: ids.job } } }),
  'trials.getVocabulary': () => ({}),
  'trials.evaluateCondition': ({ ids }) => ({
    sent: { body: { condition: { kind: 'account_type', is: 'other' }, accountId: ids.account, jobId: ids.job } },
  }),
  'trials.dryRun': ({ ids }) => ({ sent: { params: { id: ids.pipeline }, body: { accountIds: [ids.account] } } }),
  'library.listPacks': () => ({}),
  'library.getPack': () => ({ sent: { params: { key: 'us_1040' } } }),
  'library.installPack': () => ({ sent: { params: { key: 'us_1040' } } }),
  'library.listOwnPacks': () => ({}),
  'library.getOwnPack': async ({ firm, ids }) => ({ sent: { params: await ownPack(firm, ids.pipeline) } }),
  'library.saveOwnPack': ({ ids }) => ({ sent: { body: { pipelineId: ids.pipeline, name: fresh('Own') } } }),
  'library.installOwnPack': async ({ firm, ids }) => ({ sent: { params: await ownPack(firm, ids.pipeline) } }),
  'library.deleteOwnPack': async ({ firm, ids }) => ({ sent: { params: await ownPack(firm, ids.pipeline) } }),
  'activity.listEvents': ({ ids }) => ({ sent: { query: { jobId: ids.job } } }),
  'activity.listCauses': ({ ids }) => ({ sent: { params: { id: ids.event } } }),
  'activity.listActivity': () => ({}),
}

import { jobsContract } from '../../../src/features/jobs/contract.ts'
import { jobCommentsContract } from '../../../src/features/jobs/contract-comments.ts'
import { jobFieldsContract } from '../../../src/features/jobs/contract-fields.ts'
import { jobLinksContract } from '../../../src/features/jobs/contract-links.ts'
import { jobTemplatesContract } from '../../../src/features/jobs/contract-templates.ts'
import { rolesContract } from '../../../src/features/roles/contract.ts'
import { savedFiltersContract } from '../../../src/features/saved-filters/contract.ts'
import { tasksContract } from '../../../src/features/tasks/contract.ts'
import { addJobs } from '../pipeline.ts'
import type { World } from '../world.ts'
import { fresh, type Samples, seen } from './sample.ts'

const seenJob = ({ firm, ids }: World) => seen(firm.owner, jobsContract.getJob, { id: ids.job })
const anotherJob = async ({ firm, ids }: World) =>
  (await addJobs(firm, { id: ids.pipeline }, [ids.account], ids.nextStage))[0]!

const comment = ({ firm, ids }: World) =>
  firm.owner.call(jobCommentsContract.addJobComment, { params: { id: ids.job }, body: { text: 'Said' } })

const freeTask = async ({ firm, ids }: World) =>
  (await firm.owner.call(tasksContract.createTask, { body: { accountId: ids.account, name: fresh('Free') } })).id

const savedFilter = ({ owner }: World['firm']) =>
  owner.call(savedFiltersContract.createSavedFilter, { body: { place: 'board', name: fresh('Filter'), filter: {} } })

/** An act of one job that failed and could succeed: nobody holds the role. */
async function failedAct({ firm, ids }: World): Promise<string> {
  const role = await firm.owner.call(rolesContract.createAccountRole, { body: { name: fresh('Unheld') } })
  const body = { jobIds: [ids.otherJob], addRoleIds: [role.id] }
  const { id } = await firm.owner.call(jobsContract.editJobs, { body })
  await firm.drain()
  return id
}

/** What is done with one job, and with lists of them. */
export const jobSamples: Samples = {
  'trials.countCondition': ({ ids }) => ({
    sent: { body: { condition: { kind: 'account_type', is: 'other' }, pipelineId: ids.pipeline } },
  }),
  'jobs.changeJob': async (world) => ({
    sent: {
      params: { id: world.ids.job },
      body: { name: 'Renamed', priority: 'high', dueOn: '2030-04-15', assigneeIds: [world.ids.member], timeBudget: 90 },
      headers: await seenJob(world),
    },
  }),
  'saved-filters.listSavedFilters': () => ({ sent: { query: { place: 'jobs' } } }),
  'saved-filters.createSavedFilter': ({ ids }) => ({
    sent: {
      body: { place: 'jobs', name: fresh('Filter'), shared: true, filter: { tagId: ids.tag, sort: 'due_date' } },
    },
  }),
  'saved-filters.renameSavedFilter': async ({ firm }) => {
    const { id, revision } = await savedFilter(firm)
    return { sent: { params: { id }, body: { name: fresh('Renamed') }, headers: { 'if-match': `"${revision}"` } } }
  },
  'saved-filters.overwriteSavedFilter': async ({ firm, ids }) => {
    const { id, revision } = await savedFilter(firm)
    const body = { place: 'board', filter: { tagId: ids.tag } }
    return { sent: { params: { id }, body, headers: { 'if-match': `"${revision}"` } } }
  },
  'saved-filters.deleteSavedFilter': async ({ firm }) => ({ sent: { params: { id: (await savedFilter(firm)).id } } }),
  'jobs.retryBulkAct': async (world) => ({ sent: { params: { id: await failedAct(world) } } }),
  'jobs.countJobGroups': ({ ids }) => ({ sent: { query: { groupBy: 'assignee', pipelineId: ids.pipeline } } }),
  'jobs.listJobIds': ({ ids }) => ({
    sent: { query: { pipelineId: ids.pipeline, groupBy: 'stage', group: ids.stage } },
  }),
  'jobs.listJobPlaces': () => ({}),
  'jobs.exportJobs': ({ ids }) => ({ sent: { query: { pipelineId: ids.pipeline, accountId: ids.account } } }),
  'jobs.listJobComments': ({ ids }) => ({ sent: { params: { id: ids.job } } }),
  'jobs.addJobComment': ({ ids }) => ({ sent: { params: { id: ids.job }, body: { text: `@{${ids.member}} look` } } }),
  'jobs.changeJobComment': async (world) => {
    const { id, revision } = await comment(world)
    return { sent: { params: { id }, body: { text: 'Edited' }, headers: { 'if-match': `"${revision}"` } } }
  },
  'jobs.deleteJobComment': async (world) => ({ sent: { params: { id: (await comment(world)).id } } }),
  'jobs.getJobTemplate': ({ ids }) => ({ sent: { params: { id: ids.jobTemplate } } }),
  'jobs.createJobTemplate': ({ ids }) => ({
    sent: { body: { name: fresh('Return'), title: '1040 [TAX_YEAR]', assigneeIds: [ids.member], comments: ['Ask'] } },
  }),
  'jobs.changeJobTemplate': async ({ firm, ids }) => ({
    sent: {
      params: { id: ids.jobTemplate },
      body: { name: 'Return', title: '1040' },
      headers: await seen(firm.owner, jobTemplatesContract.getJobTemplate, { id: ids.jobTemplate }),
    },
  }),
  'jobs.linkItem': async (world) => ({
    sent: { params: { id: world.ids.otherJob }, body: { kind: 'task', itemId: await freeTask(world) } },
  }),
  'jobs.unlinkItem': async (world) => {
    const { id, itemId } = { id: world.ids.otherJob, itemId: await freeTask(world) }
    await world.firm.owner.call(jobLinksContract.linkItem, { params: { id }, body: { kind: 'task', itemId } })
    return { sent: { params: { id, itemId } } }
  },
  'jobs.moveOnJob': ({ ids }) => ({ sent: { params: { id: ids.otherJob } } }),
  'jobs.completeJob': ({ ids }) => ({ sent: { params: { id: ids.otherJob } } }),
  'jobs.reopenJob': ({ ids }) => ({ sent: { params: { id: ids.otherJob } } }),
  'jobs.deleteJob': async (world) => ({ sent: { params: { id: await anotherJob(world) } } }),
  'jobs.listDeletedJobs': () => ({}),
  'jobs.undeleteJob': async (world) => {
    const id = await anotherJob(world)
    await world.firm.owner.call(jobFieldsContract.deleteJob, { params: { id } })
    return { sent: { params: { id } } }
  },
}

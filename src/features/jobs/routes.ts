import type { Routes } from '#platform/http/call.ts'
import { listStageCards, loadBoard } from './board.ts'
import { startAddingJobs } from './bulk.ts'
import { bulkActById, listBulkActs, listBulkItems } from './bulk-acts.ts'
import { startEditingJobs } from './bulk-edits.ts'
import { startMovingJobs } from './bulk-moves.ts'
import { retryBulkAct } from './bulk-retries.ts'
import { changeJob } from './change-job.ts'
import { clientWork, portalWork } from './client-work.ts'
import { addComment, changeComment, deleteComment, listComments } from './comments.ts'
import type { jobsContract } from './contract.ts'
import type { clientWorkContract } from './contract-client.ts'
import type { jobCommentsContract } from './contract-comments.ts'
import type { jobFieldsContract } from './contract-fields.ts'
import type { jobLinksContract } from './contract-links.ts'
import type { jobOverviewContract } from './contract-overview.ts'
import type { jobTemplatesContract } from './contract-templates.ts'
import { deleteJob, undeleteJob } from './delete-job.ts'
import { loadDistribution } from './distribution.ts'
import { exportJobs } from './export-jobs.ts'
import { loadJob } from './job.ts'
import { countGroups } from './job-groups.ts'
import { changeJobTemplate, createJobTemplate, jobTemplateById } from './job-templates.ts'
import { archiveJob, restoreJob, setCompleted } from './lifecycle.ts'
import { linkItem, moveOnJob, unlinkItem } from './links.ts'
import { listDeletedJobs } from './list-deleted-jobs.ts'
import { listJobIds, listJobs } from './list-jobs.ts'
import { jobPlaces } from './listed-jobs.ts'
import { moveJob, retryAutomations, setJobStatus } from './move-job.ts'
import { loadDeadlines, loadJobCalendar, loadTeamLoad } from './overview.ts'
import { previewStage } from './stage-preview.ts'
import { previewStatus } from './status-preview.ts'

export const jobsRoutes: Routes<typeof jobsContract> = {
  addJobs: (tx, { body }) => startAddingJobs(tx, body),
  previewStage: (tx, { body }) => previewStage(tx, body),
  previewStatus: (tx, { body }) => previewStatus(tx, body),
  editJobs: (tx, { body }) => startEditingJobs(tx, body, null),
  moveJobs: (tx, { body }) => startMovingJobs(tx, body, null),
  getBulkAct: (tx, { params }) => bulkActById(tx, params.id),
  listBulkActs: (tx) => listBulkActs(tx),
  retryBulkAct: (tx, { params }) => retryBulkAct(tx, params.id),
  listBulkItems: (tx, { params, query }) => listBulkItems(tx, params.id, query),
  getBoard: (tx, { params, query }) => loadBoard(tx, params.id, query),
  listStageJobs: (tx, { params: { id, stageId }, query }) => listStageCards(tx, { pipelineId: id, stageId }, query),
  getDistribution: (tx, { query }) => loadDistribution(tx, query.memberId),
  listJobs: (tx, { query }) => listJobs(tx, query),
  countJobGroups: async (tx, { query }) => ({ items: await countGroups(tx, { ...query, sort: 'account_name' }) }),
  listJobIds: (tx, { query }) => listJobIds(tx, query),
  listJobPlaces: async (tx) => ({ items: await jobPlaces(tx) }),
  exportJobs: (tx, { query }) => exportJobs(tx, query),
  getJob: (tx, { params }) => loadJob(tx, params.id),
  moveJob: (tx, { params, body, ifMatch }) => moveJob(tx, params.id, body, ifMatch!),
  setJobStatus: (tx, { params, body, ifMatch }) => setJobStatus(tx, params.id, body, ifMatch!),
  retryAutomations: (tx, { params, body }) => retryAutomations(tx, params.id, body.automationIds),
  archiveJob: (tx, { params }) => archiveJob(tx, params.id),
  restoreJob: (tx, { params }) => restoreJob(tx, params.id),
}

export const jobFieldsRoutes: Routes<typeof jobFieldsContract> = {
  changeJob: (tx, { params, body, ifMatch }) => changeJob(tx, params.id, body, ifMatch!),
  completeJob: (tx, { params }) => setCompleted(tx, params.id, 'completed'),
  reopenJob: (tx, { params }) => setCompleted(tx, params.id, 'active'),
  deleteJob: (tx, { params }) => deleteJob(tx, params.id),
  listDeletedJobs: (tx, { query }) => listDeletedJobs(tx, query),
  undeleteJob: (tx, { params }) => undeleteJob(tx, params.id),
}

export const jobCommentsRoutes: Routes<typeof jobCommentsContract> = {
  listJobComments: (tx, { params }) => listComments(tx, params.id),
  addJobComment: (tx, { params, body }) => addComment(tx, params.id, body.text),
  changeJobComment: (tx, { params, body, ifMatch }) => changeComment(tx, params.id, body.text, ifMatch!),
  deleteJobComment: (tx, { params }) => deleteComment(tx, params.id),
}

export const clientWorkRoutes: Routes<typeof clientWorkContract> = {
  listPortalWork: async (tx, { query }) => ({ items: await portalWork(tx, query.accountId) }),
  listClientWork: async (tx, { params }) => ({ items: await clientWork(tx, params.id) }),
}

export const jobOverviewRoutes: Routes<typeof jobOverviewContract> = {
  getJobCalendar: (tx, { query }) => loadJobCalendar(tx, query),
  getJobDeadlines: (tx, { query }) => loadDeadlines(tx, query.memberId),
  getTeamLoad: (tx) => loadTeamLoad(tx),
}

export const jobTemplatesRoutes: Routes<typeof jobTemplatesContract> = {
  getJobTemplate: (tx, { params }) => jobTemplateById(tx, params.id),
  createJobTemplate: (tx, { body }) => createJobTemplate(tx, body),
  changeJobTemplate: (tx, { params, body, ifMatch }) => changeJobTemplate(tx, params.id, body, ifMatch!),
}

export const jobLinksRoutes: Routes<typeof jobLinksContract> = {
  linkItem: (tx, { params, body }) => linkItem(tx, params.id, body),
  unlinkItem: (tx, { params }) => unlinkItem(tx, params.id, params.itemId),
  moveOnJob: (tx, { params }) => moveOnJob(tx, params.id),
}

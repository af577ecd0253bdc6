import type { Routes } from '#platform/http/call.ts'
import { addStatus } from './add-status.ts'
import { changeSettings } from './change-settings.ts'
import { createPipeline, renamePipeline, saveDraft, setAvailability } from './commands.ts'
import type { pipelinesContract } from './contract.ts'
import { deleteTemplate } from './delete-template.ts'
import { duplicatePipeline } from './duplicate-pipeline.ts'
import { deletePipeline, setPipelineState } from './lifecycle.ts'
import { publishPipeline } from './publish.ts'
import { listPipelines, pipelineById } from './queries.ts'
import { restoreVersion } from './restore-version.ts'
import { listVersions, versionOf } from './versions.ts'

export const pipelinesRoutes: Routes<typeof pipelinesContract> = {
  listPipelines: async (tx, { query }) => ({ items: await listPipelines(tx, query.state) }),
  createPipeline: (tx, { body }) => createPipeline(tx, body.name),
  getPipeline: (tx, { params }) => pipelineById(tx, params.id),
  saveDraft: (tx, { params, body, ifMatch }) => saveDraft(tx, params.id, body, ifMatch!),
  renamePipeline: (tx, { params, body, ifMatch }) => renamePipeline(tx, params.id, body.name, ifMatch!),
  setAvailability: (tx, { params, body, ifMatch }) => setAvailability(tx, params.id, body.memberIds, ifMatch!),
  changeSettings: (tx, { params, body, ifMatch }) => changeSettings(tx, params.id, body, ifMatch!),
  publishPipeline: (tx, { params, body, ifMatch }) => publishPipeline(tx, params.id, body.moves, ifMatch!),
  addJobStatus: (tx, { params, body }) => addStatus(tx, params.id, body),
  duplicatePipeline: (tx, { params }) => duplicatePipeline(tx, params.id),
  setPipelineState: (tx, { params, body, ifMatch }) => setPipelineState(tx, params.id, body.state, ifMatch!),
  deletePipeline: (tx, { params, ifMatch }) => deletePipeline(tx, params.id, ifMatch!),
  listVersions: (tx, { params, query }) => listVersions(tx, params.id, query),
  getVersion: (tx, { params }) => versionOf(tx, params.id, params.version),
  restoreVersion: (tx, { params, ifMatch }) => restoreVersion(tx, params.id, params.version, ifMatch!),
  deleteTemplate: async (tx, { params }) => {
    await deleteTemplate(tx, params.id)
    return null
  },
}

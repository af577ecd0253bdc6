import type { Routes } from '#platform/http/call.ts'
import { createPipeline, renamePipeline, saveDraft, setAvailability } from './commands.ts'
import type { pipelinesContract } from './contract.ts'
import { deleteTemplate } from './delete-template.ts'
import { publishPipeline } from './publish.ts'
import { listPipelines, pipelineById } from './queries.ts'
import { restoreVersion } from './restore-version.ts'
import { listVersions, versionOf } from './versions.ts'

export const pipelinesRoutes: Routes<typeof pipelinesContract> = {
  listPipelines: async (tx) => ({ items: await listPipelines(tx) }),
  createPipeline: (tx, { body }) => createPipeline(tx, body.name),
  getPipeline: (tx, { params }) => pipelineById(tx, params.id),
  saveDraft: (tx, { params, body, ifMatch }) => saveDraft(tx, params.id, body, ifMatch!),
  renamePipeline: (tx, { params, body, ifMatch }) => renamePipeline(tx, params.id, body.name, ifMatch!),
  setAvailability: (tx, { params, body, ifMatch }) => setAvailability(tx, params.id, body.memberIds, ifMatch!),
  publishPipeline: (tx, { params, body, ifMatch }) => publishPipeline(tx, params.id, body.moves, ifMatch!),
  listVersions: (tx, { params, query }) => listVersions(tx, params.id, query),
  getVersion: (tx, { params }) => versionOf(tx, params.id, params.version),
  restoreVersion: (tx, { params, ifMatch }) => restoreVersion(tx, params.id, params.version, ifMatch!),
  deleteTemplate: async (tx, { params }) => {
    await deleteTemplate(tx, params.id)
    return null
  },
}

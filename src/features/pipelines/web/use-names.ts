import { tagsContract } from '#features/tags/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import type { Editor } from './editor-context.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'

/** Names of the tags and templates of the pipeline whose page is open. */
export function useNames(): Pick<Editor, 'tags' | 'templateName'> {
  const { view } = useOpenPipeline().kept
  const tags = useEndpoint(tagsContract.listTags, {})
  const templates = new Map<string, string>(view.templates.map(({ id, name }) => [id, name]))
  return {
    tags: new Map<string, string>((tags.data?.items ?? []).map(({ id, name }) => [id, name])),
    templateName: (id) => (id === null ? null : (templates.get(id) ?? null)),
  }
}

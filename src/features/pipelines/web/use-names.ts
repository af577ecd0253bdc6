import { tagsContract } from '#features/tags/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import type { PipelineView } from '../schemas.ts'
import type { Editor } from './editor-context.tsx'

/** Names of tags, and of these templates. */
export function useNames(templates: PipelineView['templates']): Pick<Editor, 'tags' | 'templateName'> {
  const tags = useEndpoint(tagsContract.listTags, {})
  const names = new Map<string, string>(templates.map(({ id, name }) => [id, name]))
  return {
    tags: new Map<string, string>((tags.data?.items ?? []).map(({ id, name }) => [id, name])),
    templateName: (id) => (id === null ? null : (names.get(id) ?? null)),
  }
}

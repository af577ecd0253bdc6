import { useVocabulary } from '#web/vocabulary.ts'
import type { PipelineView } from '../schemas.ts'
import type { Editor } from './editor-context.tsx'

/** Names of everything that automations and conditions speak of, and of these templates. */
export function useNames(templates: PipelineView['templates']): Pick<Editor, 'names' | 'templateName'> {
  const { names } = useVocabulary()
  const named = new Map<string, string>(templates.map(({ id, name }) => [id, name]))
  return { names, templateName: (id) => (id === null ? null : (named.get(id) ?? null)) }
}

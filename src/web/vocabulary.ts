import { tagsContract } from '#features/tags/contract.ts'
import { trialsContract } from '#features/trials/contract.ts'
import type { Vocabulary } from '#features/trials/schemas.ts'
import { useEndpoint } from './api/hooks.ts'
import type { ConditionNames } from './design/condition-text.ts'

const NOTHING: Vocabulary = { members: [], roles: [], clientStatuses: [], organizers: [] }

/** What conditions and automations may name, and the name of each by its id; questions as `template/question`. */
export function useVocabulary(): { vocabulary: Vocabulary; tags: ConditionNames; names: ConditionNames } {
  const loaded = useEndpoint(
    trialsContract.getVocabulary,
    {},
    { hears: ['templates', 'account-roles', 'team-members', 'client-statuses'] },
  )
  const listed = useEndpoint(tagsContract.listTags, {})
  const vocabulary = loaded.data ?? NOTHING
  const tags = new Map<string, string>((listed.data?.items ?? []).map(({ id, name }) => [id, name]))
  return { vocabulary, tags, names: new Map([...tags, ...namesIn(vocabulary)]) }
}

function namesIn({ members, roles, clientStatuses, organizers }: Vocabulary): [string, string][] {
  const plain = [...members, ...roles, ...clientStatuses].map(({ id, name }): [string, string] => [id, name])
  const asked = organizers.flatMap(({ id, questions }) =>
    questions.flatMap((question): [string, string][] => [
      [`${id}/${question.id}`, question.name],
      ...question.options.map((option): [string, string] => [`${id}/${question.id}/${option.id}`, option.name]),
    ]),
  )
  return [...plain, ...asked]
}

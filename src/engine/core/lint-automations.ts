import type { TagId } from '#kernel/ids.ts'
import type { DraftAutomation, Firm, Problem } from './draft.ts'
import type { Assignee } from './pipeline.ts'
import { TEMPLATE_KIND } from './pipeline.ts'

type DraftOf<Kind extends DraftAutomation['kind']> = Extract<DraftAutomation, { kind: Kind }>

/** What an automation names that is not there, or asks for that makes no sense; its condition aside. */
export function automationProblems(automation: DraftAutomation, path: string, firm: Firm): Problem[] {
  switch (automation.kind) {
    case 'create_organizer':
    case 'create_task':
    case 'send_email':
      return templateProblems(automation, `${path}.templateId`, firm)
    case 'update_account_tags':
      return tagProblems(automation, path, firm)
    case 'update_account_access': {
      const { replace, add, remove } = automation
      const [adding, removing] = [add, remove].map((ids) => ids.map((id): Assignee => ({ kind: 'member', id })))
      return peopleProblems({ clear: replace, add: adding!, remove: removing! }, path, firm)
    }
    case 'update_job_assignees':
      return peopleProblems(automation, path, firm)
    case 'update_client_status':
      return clientStatusProblems(automation, `${path}.statusId`, firm)
  }
}

function templateProblems(
  { kind, templateId }: DraftOf<'create_organizer' | 'create_task' | 'send_email'>,
  path: string,
  { templates }: Firm,
): Problem[] {
  const template = templateId === null ? undefined : templates.get(templateId)
  if (!template) return [{ path, code: 'template_missing' }]
  return template.kind === TEMPLATE_KIND[kind] ? [] : [{ path, code: 'template_of_wrong_kind' }]
}

function tagProblems(
  { add, remove, clear }: DraftOf<'update_account_tags'>,
  path: string,
  { tagIds }: Firm,
): Problem[] {
  if (!clear && add.length + remove.length === 0) return [{ path, code: 'tags_unchanged' }]
  const removed = remove.flatMap((tagId, index): Problem[] => {
    const at = `${path}.remove.${index}`
    if (!tagIds.has(tagId)) return [{ path: at, code: 'tag_missing' }]
    return add.includes(tagId) ? [{ path: at, code: 'tag_added_and_removed' }] : []
  })
  return [...missingTags(add, `${path}.add`, tagIds), ...removed]
}

function missingTags(tags: readonly TagId[], path: string, known: Firm['tagIds']): Problem[] {
  return tags.flatMap((tagId, index): Problem[] =>
    known.has(tagId) ? [] : [{ path: `${path}.${index}`, code: 'tag_missing' }],
  )
}

/** Nobody both put on and taken off, nobody unknown, and something asked for at all (§2.3). */
function peopleProblems(
  { clear, add, remove }: { clear: boolean; add: readonly Assignee[]; remove: readonly Assignee[] },
  path: string,
  firm: Firm,
): Problem[] {
  if (!clear && add.length + remove.length === 0) return [{ path, code: 'people_unchanged' }]
  const added = new Set(add.map(({ kind, id }) => `${kind}/${id}`))
  const twice = remove.flatMap(({ kind, id }, index): Problem[] =>
    added.has(`${kind}/${id}`) ? [{ path: `${path}.remove.${index}`, code: 'person_added_and_removed' }] : [],
  )
  return [...missingPeople(add, `${path}.add`, firm), ...missingPeople(remove, `${path}.remove`, firm), ...twice]
}

function missingPeople(people: readonly Assignee[], path: string, { memberIds, roleIds }: Firm): Problem[] {
  return people.flatMap((it, index): Problem[] => {
    if (it.kind === 'member') return memberIds.has(it.id) ? [] : [{ path: `${path}.${index}`, code: 'member_missing' }]
    return roleIds.has(it.id) ? [] : [{ path: `${path}.${index}`, code: 'role_missing' }]
  })
}

function clientStatusProblems(
  { visible, statusId }: DraftOf<'update_client_status'>,
  path: string,
  { clientStatusIds }: Firm,
): Problem[] {
  const isThere = statusId === null ? !visible : clientStatusIds.has(statusId)
  return isThere ? [] : [{ path, code: 'client_status_missing' }]
}

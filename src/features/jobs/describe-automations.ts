import { sql } from 'kysely'
import {
  type Assignee,
  type Automation,
  automationsOf,
  type PipelineVersion,
  templateOf,
} from '#engine/core/pipeline.ts'
import { together } from '#platform/db/together.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type FirmNames, firmNames } from './firm-names.ts'
import type { Board } from './schemas.ts'

export type Described = Board['stages'][number]['automations'][number]
type Named = Described['add'][number]

/** What automations name, by id; something deleted has no name. */
export type Names = FirmNames & { templates: ReadonlyMap<string, string> }

/** Names of everything that these versions' automations use. */
export async function loadNames(
  tx: Tx,
  versions: readonly Pick<PipelineVersion, 'stages' | 'statuses'>[],
): Promise<Names> {
  const templateIds = versions.flatMap(automationsOf).flatMap((automation) => templateOf<string>(automation) ?? [])
  const [templates, names] = await together([
    tx.db
      .selectFrom('templates')
      .select(['id', 'name'])
      .where('firm_id', '=', tx.firmId)
      .where('id', '=', sql<string>`any(${templateIds}::uuid[])`)
      .execute(),
    firmNames(tx),
  ])
  return { ...names, templates: new Map(templates.map(({ id, name }) => [id, name])) }
}

/** What the template of an automation is called; null where it has none, or where either is gone. */
export function templateName(
  automation: Automation | undefined,
  { templates }: Pick<Names, 'templates'>,
): string | null {
  const id = automation && templateOf<string>(automation)
  return id ? (templates.get(id) ?? null) : null
}

/** An automation with the names of what it works with. */
export function describeAutomation(automation: Automation, names: Names): Described {
  const { id, kind, condition, repeat } = automation
  const plain = {
    id,
    kind,
    condition,
    repeat,
    templateId: null,
    templateName: null,
    add: [],
    remove: [],
    clears: false,
    clientStatus: null,
  }
  switch (automation.kind) {
    case 'create_organizer':
    case 'create_task':
    case 'send_email': {
      const { templateId } = automation
      return { ...plain, templateId, templateName: templateName(automation, names) }
    }
    case 'update_account_tags': {
      const tagsOf = (ids: readonly string[]) => ids.flatMap((tagId): Named[] => tagNamed(names, tagId))
      return { ...plain, add: tagsOf(automation.add), remove: tagsOf(automation.remove), clears: automation.clear }
    }
    case 'update_account_access': {
      const of = (ids: readonly string[]) => ids.flatMap((memberId) => named('member', memberId, names.members))
      return { ...plain, add: of(automation.add), remove: of(automation.remove), clears: automation.replace }
    }
    case 'update_job_assignees': {
      const of = (people: readonly Assignee[]) =>
        people.flatMap((it) => named(it.kind, it.id, it.kind === 'member' ? names.members : names.roles))
      return { ...plain, add: of(automation.add), remove: of(automation.remove), clears: automation.clear }
    }
    case 'update_client_status': {
      const { visible, statusId, description, notify } = automation
      const status = statusId === null ? undefined : names.clientStatuses.get(statusId)
      const shown = { name: status?.name ?? null, color: status?.color ?? null }
      return { ...plain, clientStatus: { visible, statusId, description, notify, ...shown } }
    }
  }
}

function tagNamed({ tags }: Names, id: string): Named[] {
  const tag = tags.get(id)
  return tag ? [{ kind: 'tag', ...tag }] : []
}

function named(kind: Named['kind'], id: string, names: FirmNames['members']): Named[] {
  const found = names.get(id)
  return found ? [{ kind, id, name: found.name, color: null }] : []
}

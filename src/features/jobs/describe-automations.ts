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
import type { Board, Card } from './schemas.ts'

export type Described = Board['stages'][number]['automations'][number]
type Named = Described['add'][number]

/** What automations name, by id; something deleted has no name. */
export type Names = {
  templates: ReadonlyMap<string, string>
  tags: ReadonlyMap<string, Card['tags'][number]>
  members: ReadonlyMap<string, string>
  roles: ReadonlyMap<string, string>
  clientStatuses: ReadonlyMap<string, { name: string; color: string }>
}

/** Names of everything that these versions' automations use. */
export async function loadNames(
  tx: Tx,
  versions: readonly Pick<PipelineVersion, 'stages' | 'statuses'>[],
): Promise<Names> {
  const templateIds = versions.flatMap(automationsOf).flatMap((automation) => templateOf<string>(automation) ?? [])
  const named = tx.db
    .selectFrom('templates')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${templateIds}::uuid[])`)
    .execute()
  const of = (table: 'team_members' | 'account_roles') =>
    tx.db.selectFrom(table).select(['id', 'name']).where('firm_id', '=', tx.firmId).execute()
  const colored = (table: 'tags' | 'client_statuses') =>
    tx.db.selectFrom(table).select(['id', 'name', 'color']).where('firm_id', '=', tx.firmId).execute()
  const [templates, tags, members, roles, clientStatuses] = await together([
    named,
    colored('tags'),
    of('team_members'),
    of('account_roles'),
    colored('client_statuses'),
  ])
  return {
    templates: byId(templates, (it) => it.name),
    tags: byId(tags, (it) => it),
    members: byId(members, (it) => it.name),
    roles: byId(roles, (it) => it.name),
    clientStatuses: byId(clientStatuses, (it) => it),
  }
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
      return { ...plain, templateId, templateName: names.templates.get(templateId) ?? null }
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

function named(kind: Named['kind'], id: string, names: ReadonlyMap<string, string>): Named[] {
  const name = names.get(id)
  return name === undefined ? [] : [{ kind, id, name, color: null }]
}

function byId<Row extends { id: string }, Value>(rows: readonly Row[], of: (row: Row) => Value): Map<string, Value> {
  return new Map(rows.map((row) => [row.id, of(row)]))
}

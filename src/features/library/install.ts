import { sql } from 'kysely'
import type { ReturnOf } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import { createPublished, freeName } from '../pipelines/index.ts'
import { ensureTags } from '../tags/index.ts'
import type { TaskContent } from '../tasks/model.ts'
import { createTemplates, type NewTemplate } from '../templates/index.ts'
import type { libraryContract } from './contract.ts'
import { type Copies, stagesCopied, type TemplateKindInPack } from './copy-of.ts'
import type { Pack } from './model.ts'
import { packByKey } from './queries.ts'

/**
 * Copies a pack into the firm (P-20): tags that exist are used again, templates and pipeline are always new ones, named
 * "… (2)" where the name is taken. The pipeline is published as version 1. Needs the right to manage templates, too.
 */
export async function installPack(tx: Tx, key: string): Promise<ReturnOf<typeof libraryContract.installPack>> {
  requireTemplatesRight(tx)
  const pack = packByKey(key)
  const names = await takenNames(tx)
  const copies: Copies = {
    tags: await copyTags(tx, pack),
    templates: await copyTemplates(tx, pack, names),
    newId: () => newId(tx.now.getTime()),
  }
  const name = freeName(pack.pipeline.name, names.get('pipeline') ?? new Set())
  const definition = { stages: stagesCopied(pack.pipeline, copies), statuses: [] }
  const pipelineId = await createPublished(tx, { name, definition, libraryKey: pack.key })
  const payload = { pack: pack.name, name, templates: copies.templates.size }
  tx.record({ type: 'library.installed', subject: { kind: 'pipeline', id: pipelineId }, payload })
  return { pipelineId, name }
}

/** Whoever installs makes templates, too. */
export function requireTemplatesRight(tx: Tx): void {
  if (tx.actor.kind === 'member' && !holdsRight(tx.actor, 'manage_templates')) throw new Refusal('not_found')
}

async function copyTags(tx: Tx, { tags }: Pack): Promise<Copies['tags']> {
  const ids = await ensureTags(tx, tags)
  return new Map(tags.map((tag, index) => [tag.key, ids[index]!]))
}

async function copyTemplates(tx: Tx, pack: Pack, names: TakenNames): Promise<Copies['templates']> {
  const shipped = templatesOf(pack)
  const own = shipped.map(({ key, template }): NewTemplate => {
    const name = freeName(template.name, names.get(template.kind) ?? new Set())
    return { ...template, name, libraryKey: `${pack.key}/${key}` }
  })
  const ids = await createTemplates(tx, own)
  return new Map(shipped.map(({ key, template }, index) => [`${template.kind}/${key}`, ids[index]!]))
}

function templatesOf(pack: Pack): { key: string; template: NewTemplate }[] {
  return [
    ...pack.organizers.map(({ key, name, organizerName, definition }) => ({
      key,
      template: { kind: 'organizer' as const, name, content: { organizerName, definition } },
    })),
    ...pack.tasks.map(({ key, name, dueInDays, ...said }) => ({
      key,
      template: { kind: 'task' as const, name, content: taskContent(said, dueInDays) },
    })),
    ...pack.emails.map(({ key, name, subject, body }) => ({
      key,
      template: { kind: 'email' as const, name, content: { subject, body } },
    })),
  ]
}

function taskContent(said: Pick<TaskContent, 'title' | 'description' | 'priority'>, days: number | null): TaskContent {
  const dueIn = days === null ? null : { count: days, unit: 'day' as const }
  const dates = { kind: 'relative' as const, startIn: null, dueIn }
  return { ...said, status: 'planned', subtasks: [], dates, assigneeIds: [], roleIds: [] }
}

export type TakenNames = ReadonlyMap<TemplateKindInPack | 'pipeline', ReadonlySet<string>>

/** Names in use, in lower case, by kind of template and for pipelines; no other installation takes one meanwhile. */
export async function takenNames(tx: Tx): Promise<TakenNames> {
  await sql`select pg_advisory_xact_lock(hashtextextended('library ' || ${tx.firmId}, 0))`.execute(tx.db)
  const { rows } = await sql<{ kind: TemplateKindInPack | 'pipeline'; name: string }>`
    select kind, lower(name) as name from templates where firm_id = ${tx.firmId} and deleted_at is null
    union all
    select 'pipeline', lower(name) from pipelines where firm_id = ${tx.firmId} and state <> 'deleted'`.execute(tx.db)
  const byKind = Map.groupBy(rows, (row) => row.kind)
  return new Map([...byKind].map(([kind, found]) => [kind, new Set(found.map((row) => row.name))]))
}

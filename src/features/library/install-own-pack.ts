import type { ReturnOf } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { createFromCopy, freeName } from '../pipelines/index.ts'
import { draftCopied, renamed } from '../pipelines/rules-copy.ts'
import { ensureTags, tagIds } from '../tags/index.ts'
import { createTemplates, type NewTemplate } from '../templates/index.ts'
import type { ownPackEndpoints } from './contract-own.ts'
import { requireTemplatesRight, type TakenNames, takenNames } from './install.ts'
import type { OwnPackContent, OwnPackId } from './model-own.ts'
import { ownPackById } from './own-packs.ts'

/**
 * Makes a pipeline and its templates from what the firm kept (P-20, D-21): all new but the tags, named "… (2)" where a
 * name is taken. Published at once, unless it names somebody or something that is gone meanwhile: then it is a draft
 * with its problems.
 */
export async function installOwnPack(tx: Tx, id: OwnPackId): Promise<ReturnOf<typeof ownPackEndpoints.installOwnPack>> {
  requireTemplatesRight(tx)
  const { name: pack, content } = await ownPackById(tx, id)
  const names = await takenNames(tx)
  const tags = await tagsAgain(tx, content.tags)
  const templates = await templatesAgain(tx, content, names, tags)
  const ids = new Map([...tags, ...templates])
  const definition = draftCopied(renamed(content.definition, ids), () => newId(tx.now.getTime()))
  const name = freeName(pack, names.get('pipeline') ?? new Set())
  const settings = renamed(content.settings, ids)
  const made = await createFromCopy(tx, { name, definition, settings })
  const payload = { pack, name, templates: templates.size }
  tx.record({ type: 'library.installed', subject: { kind: 'pipeline', id: made.pipelineId }, payload })
  return { ...made, name }
}

/** Tags that were deleted since are found by their names, or made again. */
async function tagsAgain(tx: Tx, tags: OwnPackContent['tags']): Promise<Map<string, string>> {
  const known = await tagIds(tx)
  const gone = tags.filter((tag) => !known.has(tag.id))
  const ids = await ensureTags(tx, gone as Parameters<typeof ensureTags>[1])
  return new Map(gone.map((tag, index) => [tag.id, ids[index]!]))
}

/** New templates that say the same, by the ids of those they are copies of. */
async function templatesAgain(
  tx: Tx,
  { templates }: OwnPackContent,
  names: TakenNames,
  tags: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const copies = templates.map(({ kind, name, content }) => {
    const free = freeName(name, names.get(kind) ?? new Set())
    return { kind, name: free, content: renamed(content, tags) } as NewTemplate
  })
  const ids = await createTemplates(tx, copies)
  return new Map(templates.map((template, index) => [template.id, ids[index]!]))
}

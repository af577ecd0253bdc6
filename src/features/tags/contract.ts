import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { TagId } from '#kernel/ids.ts'
import { tagColor, tagName } from './model.ts'

const tag = z.object({
  id: z.string(),
  name: z.string(),
  color: tagColor,
  /** how many accounts have it; null for those who do not manage tags */
  accounts: z.number().int().nullable(),
  revision: z.number().int(),
})
export type Tag = z.output<typeof tag>

const named = z.object({ id: z.string(), name: z.string() })
/** What keeps a tag from being deleted: stands in the refusal's `detail`. */
export const tagUses = z.object({
  accounts: z.number().int(),
  pipelines: z.array(named),
  templates: z.array(named),
})
export type TagUses = z.output<typeof tagUses>

const params = z.object({ id: idSchema<TagId>() })

/** Tags of accounts: internal labels that steer pipelines; clients never see them (TAG-1 to TAG-4). */
export const tagsContract = contract({
  listTags: {
    method: 'get',
    path: '/tags',
    summary: 'All tags of the firm, by name',
    who: { staff: 'any' },
    returns: z.object({ items: z.array(tag) }),
    example: {},
  },
  createTag: {
    method: 'post',
    path: '/tags',
    summary: 'Makes a tag; its name is unique whatever the case',
    who: { staff: 'manage_tags' },
    body: z.strictObject({ name: tagName, color: tagColor.default('gray') }),
    returns: tag,
    status: 201,
    example: { body: { name: 'Foreign income', color: 'violet' } },
  },
  changeTag: {
    method: 'patch',
    path: '/tags/{id}',
    summary: 'Renames or recolours a tag',
    who: { staff: 'manage_tags' },
    params,
    body: z.strictObject({ name: tagName.optional(), color: tagColor.optional() }),
    returns: tag,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
    example: { params: { id: '$tag' }, body: { name: 'Income from abroad' } },
  },
  deleteTag: {
    method: 'delete',
    path: '/tags/{id}',
    summary: 'Deletes a tag that nothing uses; with `accounts=untag` it is taken off accounts first (A-24)',
    who: { staff: 'manage_tags' },
    params,
    query: z.object({ accounts: z.enum(['refuse', 'untag']).default('refuse') }),
    returns: z.null(),
    status: 204,
    refusals: ['in_use'],
  },
})

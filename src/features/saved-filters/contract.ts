import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { SavedFilterId } from '#kernel/ids.ts'
import { boardFilter, filterName, jobsFilter, PLACES } from './model.ts'

const savedFilter = z.object({
  id: idSchema<SavedFilterId>(),
  place: z.enum(PLACES),
  name: z.string(),
  /** everybody's; else whose asks */
  shared: z.boolean(),
  filter: jobsFilter,
  revision: z.number().int(),
})
export type SavedFilter = z.output<typeof savedFilter>

const ofBoard = { place: z.literal('board'), filter: boardFilter }
const ofJobs = { place: z.literal('jobs'), filter: jobsFilter }
const said = { name: filterName, shared: z.boolean().default(false) }
const params = z.object({ id: idSchema<SavedFilterId>() })

/** Filters of boards and of the list of jobs under names: one's own, and the firm's (VIEW-7). */
export const savedFiltersContract = contract({
  listSavedFilters: {
    method: 'get',
    path: '/saved-filters',
    summary: 'The caller’s own filters and the firm’s, by name',
    who: { staff: 'any' },
    query: z.object({ place: z.enum(PLACES).optional() }),
    returns: z.object({ items: z.array(savedFilter) }),
    example: {},
  },
  createSavedFilter: {
    method: 'post',
    path: '/saved-filters',
    summary: 'Saves a filter under a name; for the whole firm by owners and admins only',
    who: { staff: 'any' },
    body: z.discriminatedUnion('place', [
      z.strictObject({ ...ofBoard, ...said }),
      z.strictObject({ ...ofJobs, ...said }),
    ]),
    returns: savedFilter,
    status: 201,
    example: { body: { place: 'jobs', name: 'Urgent', filter: { priority: 'urgent' } } },
  },
  renameSavedFilter: {
    method: 'patch',
    path: '/saved-filters/{id}',
    summary: 'Gives a filter another name; the firm’s by owners and admins only',
    who: { staff: 'any' },
    params,
    body: z.strictObject({ name: filterName }),
    returns: savedFilter,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  overwriteSavedFilter: {
    method: 'put',
    path: '/saved-filters/{id}/filter',
    summary: 'Keeps another filter under the same name and for the same place; the firm’s by owners and admins only',
    who: { staff: 'any' },
    params,
    body: z.discriminatedUnion('place', [z.strictObject(ofBoard), z.strictObject(ofJobs)]),
    returns: savedFilter,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  deleteSavedFilter: {
    method: 'delete',
    path: '/saved-filters/{id}',
    summary: 'Forgets a filter; the firm’s by owners and admins only',
    who: { staff: 'any' },
    params,
    returns: z.null(),
    status: 204,
  },
})

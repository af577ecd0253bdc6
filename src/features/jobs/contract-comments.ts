import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { Id, JobId } from '#kernel/ids.ts'
import { commentText } from './schemas-content.ts'

const comment = z.object({
  id: z.string(),
  jobId: z.string(),
  /** null: it came with a template */
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** plain text; a mention is `@{id of the member}` */
  text: z.string(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  /** whether the caller may edit and delete it (USR-1) */
  mayChange: z.boolean(),
  revision: z.number().int(),
})
export type JobComment = z.output<typeof comment>

const body = z.strictObject({ text: commentText })
const commentId = z.object({ id: idSchema<Id<'comment'>>() })

/** What the team says to each other about a job (JOB-14). */
export const jobCommentsContract = contract({
  listJobComments: {
    method: 'get',
    path: '/jobs/{id}/comments',
    summary: 'The comments of a job, oldest first (JOB-14)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<JobId>() }),
    returns: z.object({ items: z.array(comment) }),
    example: { params: { id: '$job' } },
  },
  addJobComment: {
    method: 'post',
    path: '/jobs/{id}/comments',
    summary: 'Comments on a job; `@{id of a member}` mentions him',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<JobId>() }),
    body,
    returns: comment,
    status: 201,
    revision: 'sent',
    example: { params: { id: '$job' }, body: { text: 'The employer confirmed it.' } },
  },
  changeJobComment: {
    method: 'patch',
    path: '/job-comments/{id}',
    summary: 'Edits a comment: one’s own; the owner and admins any, but no admin the owner’s (USR-1)',
    who: { staff: 'any' },
    params: commentId,
    body,
    returns: comment,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  deleteJobComment: {
    method: 'delete',
    path: '/job-comments/{id}',
    summary: 'Deletes a comment, by whom may edit it (USR-1)',
    who: { staff: 'any' },
    params: commentId,
    returns: z.null(),
    status: 204,
  },
})

import { z } from 'zod'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, DocumentId, JobId, OrganizerId, TemplateId } from '#kernel/ids.ts'
import { organizerDefinition } from './model.ts'

/** What a client or a member sends and gets as an answer; null: no answer, or the answer taken back. */
export const answerValue = z
  .union([z.string().max(20_000), z.boolean(), z.array(z.string().max(64)).max(200)])
  .nullable()

/** Visible questions, and how many of them are answered; text blocks and hidden questions never count (ORG-57). */
export const progressSchema = z.object({ answered: z.int(), total: z.int() })

/** `revision` counts the changes of this one answer; 0 stands for a question that nobody has answered yet. */
export const answerSchema = z.object({
  questionId: z.string(),
  value: answerValue,
  revision: z.int(),
  answeredBy: z.string(),
  answeredAt: z.iso.datetime(),
})
export type AnswerView = z.output<typeof answerSchema>

export const fileSchema = z.object({
  questionId: z.string(),
  documentId: idSchema<DocumentId>(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  attachedAt: z.iso.datetime(),
})
export type FileView = z.output<typeof fileSchema>

/** A required question that is visible and not answered (ORG-12): what to name, and the section to take the client to. */
const missingSchema = z.object({ questionId: z.string(), sectionId: z.string(), label: z.string() })

const organizer = {
  id: idSchema<OrganizerId>(),
  name: z.string(),
  accountId: idSchema<AccountId>(),
  accountName: z.string(),
  status: z.enum(['pending', 'submitted']),
  sealed: z.boolean(),
  archived: z.boolean(),
  progress: progressSchema,
  sentAt: z.iso.datetime(),
  /** sending, or the last change by a client */
  updatedAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  submittedAt: z.iso.datetime().nullable(),
}

/** An organizer in the staff's list (ORG-57). */
export const organizerRow = z.object({ ...organizer, openedAt: z.iso.datetime().nullable(), revision: z.int() })
export type OrganizerRow = z.output<typeof organizerRow>

/** An organizer as staff reads it: what was asked, what was answered, what waits for it. */
export const organizerView = organizerRow.extend({
  templateId: idSchema<TemplateId>(),
  templateName: z.string(),
  definition: organizerDefinition,
  answers: z.array(answerSchema),
  files: z.array(fileSchema),
  /** linked jobs that the reader may see */
  jobs: z.array(z.object({ id: idSchema<JobId>(), name: z.string(), pipelineName: z.string() })),
})
export type OrganizerView = z.output<typeof organizerView>

/** An organizer in the client's list. */
export const portalOrganizerRow = z.object(organizer)
export type PortalOrganizerRow = z.output<typeof portalOrganizerRow>

/** An organizer as the client fills it. Nothing of it tells how it came to be sent (X-3, POR-8). */
export const portalOrganizerView = portalOrganizerRow.extend({
  firm: z.object({ name: z.string(), color: z.string() }),
  /** false once it is sealed or archived: it can be read, not changed (ORG-44, ORG-52) */
  editable: z.boolean(),
  definition: organizerDefinition,
  answers: z.array(answerSchema),
  files: z.array(fileSchema),
  missing: z.array(missingSchema),
})
export type PortalOrganizerView = z.output<typeof portalOrganizerView>

/** An organizer template with its newest content, as its editor needs it. */
export const organizerTemplateView = z.object({
  id: idSchema<TemplateId>(),
  name: z.string(),
  organizerName: z.string(),
  definition: organizerDefinition,
  updatedAt: z.iso.datetime(),
  revision: z.int(),
})
export type OrganizerTemplateView = z.output<typeof organizerTemplateView>

export const organizerTemplateRow = organizerTemplateView.omit({ definition: true }).extend({
  sections: z.int(),
  questions: z.int(),
})
export type OrganizerTemplateRow = z.output<typeof organizerTemplateRow>

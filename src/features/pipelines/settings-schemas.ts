import { z } from 'zod'
import { idSchema } from '#kernel/id-schema.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { scheduleSchema } from '#kernel/recurrence/schedule-schema.ts'
import { CARD_FIELDS, JOB_SORTS } from './model-settings.ts'

/** How the board of a pipeline is sorted, and what its cards show (SET-3, SET-5). */
export const boardSettings = z.strictObject({
  sort: z.enum(JOB_SORTS),
  cardFields: z.array(z.enum(CARD_FIELDS)).max(CARD_FIELDS.length),
})

/** All settings of a pipeline; they are not versioned, and hold at once (SET-3 to SET-6). */
export const pipelineSettings = boardSettings.extend({
  jobTemplateId: idSchema<TemplateId>().nullable(),
  jobTemplateMode: z.enum(['automatic', 'manual']),
  recurrence: scheduleSchema.nullable(),
})

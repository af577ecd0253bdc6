import { z } from 'zod'
import type { ItemChoice } from '#engine/core/model.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AutomationId } from '#kernel/ids.ts'

const resolutions = { organizer: ['seal', 'archive'], task: ['complete', 'cancel'] } as const
const pass = ['carry', 'leave'] as const

/** What a person chooses before a job goes somewhere by hand; all of it may be left out. */
export const byHandFields = {
  /** automations that shall not run */
  deselectedAutomationIds: z.array(idSchema<AutomationId>()).max(200).default([]),
  /** what becomes of items that are pending, one by one (D-6) */
  pending: z
    .array(
      z.strictObject({
        id: idSchema(),
        choice: z.enum([...pass, ...resolutions.organizer, ...resolutions.task]) satisfies z.ZodType<ItemChoice>,
      }),
    )
    .max(500)
    .default([]),
  /** the same for all of a kind that are not named above; where it is left out: carried over into a stage that waits */
  pendingByKind: z
    .strictObject({
      organizer: z.enum([...pass, ...resolutions.organizer]).optional(),
      task: z.enum([...pass, ...resolutions.task]).optional(),
    })
    .default({}),
  /** whether client-status automations show or hide what they say */
  shown: z
    .array(z.strictObject({ automationId: idSchema<AutomationId>(), visible: z.boolean() }))
    .max(200)
    .default([]),
}

export const byHandSchema = z.strictObject(byHandFields)

export type ByHandBody = z.output<typeof byHandSchema>

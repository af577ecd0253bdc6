import type { EffectOf } from '#engine/core/effect.ts'
import type { Applier } from '#engine/shell/ports.ts'
import type { OrganizerId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { recipientsOf, renderNames } from '../accounts/index.ts'
import { templateContents, versionKey } from '../templates/index.ts'
import { createOrganizers, questionCount } from './create-organizers.ts'
import { LONGEST_NAME } from './model.ts'

/** Sends the organizers that entered stages ask for, from their templates as they are at that moment (AUT-4, A-8). */
export const sendOrganizersOfStages: Applier<'create_organizer'> = async (tx, effects, carrying) => {
  const templates = await templatesOf(tx, effects)
  const names = await renderNames(
    tx,
    effects.map(({ accountId }, index) => ({ accountId, text: templates[index]!.name })),
  )
  const organizers = effects.map((effect, index) => ({
    id: effect.id as OrganizerId,
    accountId: effect.accountId,
    templateId: effect.templateId,
    templateVersion: effect.templateVersion,
    name: names[index]!.text.slice(0, LONGEST_NAME),
    questions: templates[index]!.questions,
    stage: {
      jobId: effect.jobId,
      visitId: effect.visitId,
      causeId: carrying.entered.get(effect.visitId) ?? carrying.causeId,
    },
  }))
  await createOrganizers(tx, organizers, await carrying.once('recipients', () => recipientsOf(tx, carrying.accountIds)))
}

/** The name before its codes are replaced, and the number of questions, counted once per version. */
async function templatesOf(tx: Tx, effects: readonly EffectOf<'create_organizer'>[]) {
  const versions = effects.map(({ templateId, templateVersion }) => ({ id: templateId, version: templateVersion }))
  const found = await templateContents(tx, versions)
  const counted = new Map(
    [...found].map(([key, template]) => {
      if (template.kind !== 'organizer') throw new Error(`template ${key} is no organizer template`)
      const { organizerName, definition } = template.content
      return [key, { name: organizerName || template.name, questions: questionCount(definition) }]
    }),
  )
  return versions.map((version) => {
    const template = counted.get(versionKey(version))
    if (!template) throw new Error(`organizer template ${versionKey(version)} is missing`)
    return template
  })
}

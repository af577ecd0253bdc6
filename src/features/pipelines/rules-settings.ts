import type { PipelineSettings } from './model-settings.ts'

/** The settings as people speak of them: template and mode are one. */
export type Setting = 'sort' | 'card_fields' | 'job_template' | 'recurrence'

/** Which settings became another. */
export function settingsChanged(before: PipelineSettings, after: PipelineSettings): Setting[] {
  const same: Record<Setting, boolean> = {
    sort: before.sort === after.sort,
    card_fields: isSame(before.cardFields, after.cardFields),
    job_template: before.jobTemplateId === after.jobTemplateId && before.jobTemplateMode === after.jobTemplateMode,
    recurrence: isSame(before.recurrence, after.recurrence),
  }
  return (Object.keys(same) as Setting[]).filter((setting) => !same[setting])
}

/** Objects come back from the database with their keys in another order. */
function isSame(a: object | null, b: object | null): boolean {
  return JSON.stringify(a && Object.entries(a).sort()) === JSON.stringify(b && Object.entries(b).sort())
}

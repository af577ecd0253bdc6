import type { Setting } from './rules-settings.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'pipeline.created': { name: string }
    'pipeline.renamed': { name: string; before: string }
    'pipeline.draftChanged': { name: string }
    /** the draft says again what this version said */
    'pipeline.versionRestored': { name: string; version: number }
    /** `from`: what it is a copy of */
    'pipeline.duplicated': { name: string; from: string }
    'pipeline.archived': { name: string }
    /** from the archive, or from deletion */
    'pipeline.restored': { name: string }
    'pipeline.deleted': { name: string }
    /** `members`: how many may see it besides owner and admins */
    'pipeline.availabilityChanged': { name: string; members: number }
    /** from a job's card: `version` runs with it from now on */
    'pipeline.statusAdded': { name: string; status: string; version: number }
    'pipeline.settingChanged': { name: string; setting: Setting }
    /** `moved`: jobs that left a stage which this version no longer has (P-11) */
    'pipeline.published': { name: string; version: number; moved: number }
  }
}

import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.template.created':
    '{actor} skapade {kind, select, organizer {frågeformulärsmallen} task {uppgiftsmallen} other {e-postmallen}} ”{name}”',
  'event.template.deleted':
    '{actor} tog bort {kind, select, organizer {frågeformulärsmallen} task {uppgiftsmallen} other {e-postmallen}} ”{name}”',
  'event.template.changed':
    '{actor} ändrade {kind, select, organizer {frågeformulärsmallen} task {uppgiftsmallen} other {e-postmallen}} ”{name}” (version {version})',
}

import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.template.created':
    '{actor} heeft {kind, select, organizer {het vragenlijstsjabloon} task {het taaksjabloon} other {het e-mailsjabloon}} ‘{name}’ gemaakt',
  'event.template.deleted':
    '{actor} heeft {kind, select, organizer {het vragenlijstsjabloon} task {het taaksjabloon} other {het e-mailsjabloon}} ‘{name}’ verwijderd',
  'event.template.changed':
    '{actor} heeft {kind, select, organizer {het vragenlijstsjabloon} task {het taaksjabloon} other {het e-mailsjabloon}} ‘{name}’ gewijzigd (versie {version})',
}

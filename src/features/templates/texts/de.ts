import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.template.created':
    '{actor} hat die {kind, select, organizer {Fragebogenvorlage} task {Aufgabenvorlage} other {E-Mail-Vorlage}} „{name}“ angelegt',
  'event.template.deleted':
    '{actor} hat die {kind, select, organizer {Fragebogenvorlage} task {Aufgabenvorlage} other {E-Mail-Vorlage}} „{name}“ gelöscht',
  'event.template.changed':
    '{actor} hat die {kind, select, organizer {Fragebogenvorlage} task {Aufgabenvorlage} other {E-Mail-Vorlage}} „{name}“ geändert (Version {version})',
}

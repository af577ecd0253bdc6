import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.account_role.created': '{actor} hat die Rolle {name} angelegt',
  'event.account_role.renamed': '{actor} hat die Rolle {before} in {name} umbenannt',
  'event.account_role.reordered': '{actor} hat die Rollen anders geordnet: {names}',
  'event.account_role.deleted':
    '{accounts, plural, =0 {{actor} hat die Rolle {name} gelöscht} one {{actor} hat die Rolle {name} gelöscht, die jemand bei einem Mandanten hatte} other {{actor} hat die Rolle {name} gelöscht, die Mitglieder bei # Mandanten hatten}}',
  'event.account.roleChanged': '{actor} hat geändert, wer {role} ist: {members}',

  'roles.starting_partner': 'Partner',
  'roles.starting_preparer': 'Sachbearbeitung',
  'roles.starting_reviewer': 'Prüfung',
  'roles.starting_bookkeeper': 'Buchhaltung',
  'roles.title': 'Rollen',
  'roles.about':
    'Eine Rolle sagt, wer was für einen Mandanten tut. Aufträge und Aufgaben können einer Rolle zugewiesen werden und gehen an die Person, die sie beim Anlegen für den Mandanten hat.',
  'roles.add': 'Rolle anlegen',
  'roles.name': 'Name',
  'roles.order': 'Reihenfolge',
  'roles.rename': 'Rolle umbenennen',
  'roles.none': 'Noch keine Rollen',
  'roles.none_text':
    'Mit Rollen wie „Sachbearbeitung“ oder „Prüfung“ weist eine Pipeline jedem Mandanten die richtige Person zu.',
  'roles.delete': 'Rolle löschen',
  'roles.delete_of': '{name} löschen?',
  'roles.delete_text':
    'Bei Mandanten, für die jemand diese Rolle hat, entfällt sie. Die Mitglieder bleiben bei den Mandanten.',
  'roles.deleted': '{name} wurde gelöscht',
  'roles.used': 'Diese Rolle kann nicht gelöscht werden, solange diese sie nennen.',
  'roles.used_pipeline': 'Pipeline',
  'roles.used_template': 'Vorlage',
  'roles.of_client': 'Rollen',
  'roles.nobody': 'Niemand',
  'roles.give': '{role} vergeben an',
  'roles.taken': '{name} hat die Rolle {role} nicht mehr',
  'roles.bulk_title': '{count, plural, one {Rollen für einen Mandanten} other {Rollen für # Mandanten}}',
  'roles.role': 'Rolle',
  'roles.bulk_add': 'Vergeben an',
  'roles.bulk_remove': 'Entziehen',
  'roles.pick_members': 'Mitglieder wählen',
}

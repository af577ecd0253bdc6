import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.member.invited':
    '{actor} hat {name} ({email}) als {role, select, owner {Inhaber} admin {Administrator} other {Mitarbeiter}} eingeladen',
  'event.member.invitedAgain': '{actor} hat {name} ({email}) erneut eingeladen',
  'event.member.joined': '{name} gehört jetzt zum Team',
  'event.member.roleChanged':
    '{actor} hat {name} die Rolle {role, select, owner {Inhaber} admin {Administrator} other {Mitarbeiter}} gegeben',
  'event.member.rightGiven':
    '{actor} hat {name} das Recht „{right, select, view_all_accounts {Alle Mandanten sehen} manage_accounts {Mandanten verwalten} manage_contacts {Kontakte verwalten} manage_tags {Tags verwalten} assign_team_members {Teammitglieder zuweisen} manage_organizers {Fragebögen verwalten} manage_documents {Dokumente verwalten} manage_pipelines {Pipelines verwalten} other {Vorlagen verwalten}}“ gegeben',
  'event.member.rightTaken':
    '{actor} hat {name} das Recht „{right, select, view_all_accounts {Alle Mandanten sehen} manage_accounts {Mandanten verwalten} manage_contacts {Kontakte verwalten} manage_tags {Tags verwalten} assign_team_members {Teammitglieder zuweisen} manage_organizers {Fragebögen verwalten} manage_documents {Dokumente verwalten} manage_pipelines {Pipelines verwalten} other {Vorlagen verwalten}}“ entzogen',
  'event.member.defaultAccessChanged':
    '{access, select, on {{actor} lässt {name} jedem neuen Mandanten zuweisen} other {{actor} lässt {name} neuen Mandanten nicht mehr zuweisen}}',
  'event.member.deactivated': '{actor} hat den Zugang von {name} beendet',
  'event.member.reactivated': '{actor} hat {name} wieder Zugang gegeben',
  'event.member.renamed': '{before} heißt jetzt {name}',
  'event.member.languageChanged': '{actor} hat die Sprache geändert',
  'role.owner': 'Inhaber',
  'role.admin': 'Administrator',
  'role.employee': 'Mitarbeiter',
  'right.view_all_accounts': 'Alle Mandanten sehen',
  'right.manage_accounts': 'Mandanten verwalten',
  'right.manage_contacts': 'Kontakte verwalten',
  'right.manage_tags': 'Tags verwalten',
  'right.assign_team_members': 'Teammitglieder zuweisen',
  'right.manage_organizers': 'Fragebögen verwalten',
  'right.manage_documents': 'Dokumente verwalten',
  'right.manage_pipelines': 'Pipelines verwalten',
  'right.manage_templates': 'Vorlagen verwalten',
  'right.view_all_accounts.what': 'Jeder Mandant, nicht nur zugewiesene',
  'right.manage_accounts.what': 'Mandanten anlegen, ändern, importieren und archivieren',
  'right.manage_contacts.what': 'Kontakte anlegen und ändern, auch Zugang und Mails',
  'right.manage_tags.what': 'Tags anlegen, umbenennen und löschen',
  'right.assign_team_members.what': 'Festlegen, wer für welchen Mandanten arbeitet',
  'right.manage_organizers.what': 'Fragebögen senden und archivieren',
  'right.manage_documents.what': 'Dokumente ändern und löschen',
  'right.manage_pipelines.what': 'Pipelines ändern, die der Person zugänglich sind',
  'right.manage_templates.what': 'Vorlagen anlegen und ändern',
  'field.owner_only': 'Das entscheidet nur der Inhaber',
  'field.not_changeable': 'Diese Rechte können Sie nicht ändern',
  'field.not_active': 'Nur wer schon dabei ist, kann Inhaber werden',
}

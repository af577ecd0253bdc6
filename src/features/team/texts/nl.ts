import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.member.invited':
    '{actor} heeft {name} ({email}) uitgenodigd als {role, select, owner {eigenaar} admin {beheerder} other {medewerker}}',
  'event.member.invitedAgain': '{actor} heeft {name} ({email}) opnieuw uitgenodigd',
  'event.member.joined': '{name} is bij het team gekomen',
  'event.member.roleChanged':
    '{actor} heeft {name} {role, select, owner {eigenaar} admin {beheerder} other {medewerker}} gemaakt',
  'event.member.rightGiven':
    '{actor} heeft {name} het recht ‘{right, select, view_all_accounts {Alle klanten zien} manage_accounts {Klanten beheren} manage_contacts {Contactpersonen beheren} manage_tags {Labels beheren} assign_team_members {Teamleden toewijzen} manage_organizers {Vragenlijsten beheren} manage_documents {Documenten beheren} manage_pipelines {Pipelines beheren} other {Sjablonen beheren}}’ gegeven',
  'event.member.rightTaken':
    '{actor} heeft {name} het recht ‘{right, select, view_all_accounts {Alle klanten zien} manage_accounts {Klanten beheren} manage_contacts {Contactpersonen beheren} manage_tags {Labels beheren} assign_team_members {Teamleden toewijzen} manage_organizers {Vragenlijsten beheren} manage_documents {Documenten beheren} manage_pipelines {Pipelines beheren} other {Sjablonen beheren}}’ afgenomen',
  'event.member.defaultAccessChanged':
    '{access, select, on {{actor} laat {name} aan elke nieuwe klant toewijzen} other {{actor} laat {name} niet meer aan nieuwe klanten toewijzen}}',
  'event.member.deactivated': '{actor} heeft de toegang van {name} beëindigd',
  'event.member.reactivated': '{actor} heeft {name} weer toegang gegeven',
  'event.member.renamed': '{before} heet nu {name}',
  'event.member.languageChanged': '{actor} heeft de taal gewijzigd',
  'role.owner': 'Eigenaar',
  'role.admin': 'Beheerder',
  'role.employee': 'Medewerker',
  'right.view_all_accounts': 'Alle klanten zien',
  'right.manage_accounts': 'Klanten beheren',
  'right.manage_contacts': 'Contactpersonen beheren',
  'right.manage_tags': 'Labels beheren',
  'right.assign_team_members': 'Teamleden toewijzen',
  'right.manage_organizers': 'Vragenlijsten beheren',
  'right.manage_documents': 'Documenten beheren',
  'right.manage_pipelines': 'Pipelines beheren',
  'right.manage_templates': 'Sjablonen beheren',
  'right.view_all_accounts.what': 'Elke klant, niet alleen toegewezen klanten',
  'right.manage_accounts.what': 'Klanten toevoegen, wijzigen, importeren en archiveren',
  'right.manage_contacts.what': 'Contactpersonen toevoegen en wijzigen, ook toegang en mails',
  'right.manage_tags.what': 'Labels maken, hernoemen en verwijderen',
  'right.assign_team_members.what': 'Bepalen wie voor welke klant werkt',
  'right.manage_organizers.what': 'Vragenlijsten sturen en archiveren',
  'right.manage_documents.what': 'Documenten wijzigen en verwijderen',
  'right.manage_pipelines.what': 'Pipelines wijzigen die voor dit teamlid beschikbaar zijn',
  'right.manage_templates.what': 'Sjablonen maken en wijzigen',
  'field.owner_only': 'Alleen de eigenaar beslist dit',
  'field.not_changeable': 'Deze rechten kun je niet wijzigen',
  'field.not_active': 'Alleen wie al meedoet, kan eigenaar worden',
}

import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.member.invited':
    '{actor} bjöd in {name} ({email}) som {role, select, owner {ägare} admin {administratör} other {medarbetare}}',
  'event.member.invitedAgain': '{actor} bjöd in {name} ({email}) igen',
  'event.member.joined': '{name} kom med i teamet',
  'event.member.roleChanged':
    '{actor} gjorde {name} till {role, select, owner {ägare} admin {administratör} other {medarbetare}}',
  'event.member.rightGiven':
    '{actor} gav {name} rättigheten ”{right, select, view_all_accounts {Se alla klienter} manage_accounts {Hantera klienter} manage_contacts {Hantera kontakter} manage_tags {Hantera taggar} assign_team_members {Tilldela teammedlemmar} manage_organizers {Hantera frågeformulär} manage_documents {Hantera dokument} manage_pipelines {Hantera pipelines} other {Hantera mallar}}”',
  'event.member.rightTaken':
    '{actor} tog rättigheten ”{right, select, view_all_accounts {Se alla klienter} manage_accounts {Hantera klienter} manage_contacts {Hantera kontakter} manage_tags {Hantera taggar} assign_team_members {Tilldela teammedlemmar} manage_organizers {Hantera frågeformulär} manage_documents {Hantera dokument} manage_pipelines {Hantera pipelines} other {Hantera mallar}}” från {name}',
  'event.member.defaultAccessChanged':
    '{access, select, on {{actor} låter {name} tilldelas varje ny klient} other {{actor} låter inte längre {name} tilldelas nya klienter}}',
  'event.member.deactivated': '{actor} avslutade åtkomsten för {name}',
  'event.member.reactivated': '{actor} gav {name} åtkomst igen',
  'event.member.renamed': '{before} heter nu {name}',
  'event.member.languageChanged': '{actor} bytte språk',
  'role.owner': 'Ägare',
  'role.admin': 'Administratör',
  'role.employee': 'Medarbetare',
  'right.view_all_accounts': 'Se alla klienter',
  'right.manage_accounts': 'Hantera klienter',
  'right.manage_contacts': 'Hantera kontakter',
  'right.manage_tags': 'Hantera taggar',
  'right.assign_team_members': 'Tilldela teammedlemmar',
  'right.manage_organizers': 'Hantera frågeformulär',
  'right.manage_documents': 'Hantera dokument',
  'right.manage_pipelines': 'Hantera pipelines',
  'right.manage_templates': 'Hantera mallar',
  'right.view_all_accounts.what': 'Varje klient, inte bara tilldelade',
  'right.manage_accounts.what': 'Lägga till, ändra, importera och arkivera klienter',
  'right.manage_contacts.what': 'Lägga till och ändra kontakter, även inloggning och mejl',
  'right.manage_tags.what': 'Skapa, byta namn på och ta bort taggar',
  'right.assign_team_members.what': 'Bestämma vem som arbetar för vilken klient',
  'right.manage_organizers.what': 'Skicka och arkivera frågeformulär',
  'right.manage_documents.what': 'Ändra och ta bort dokument',
  'right.manage_pipelines.what': 'Ändra pipelines som är tillgängliga för medlemmen',
  'right.manage_templates.what': 'Skapa och ändra mallar',
  'field.owner_only': 'Bara ägaren bestämmer det här',
  'field.not_changeable': 'De här rättigheterna kan du inte ändra',
  'field.not_active': 'Bara den som redan är med kan bli ägare',
}

import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.account_role.created': '{actor} heeft de rol {name} gemaakt',
  'event.account_role.renamed': '{actor} heeft de rol {before} hernoemd tot {name}',
  'event.account_role.reordered': '{actor} heeft de rollen in een andere volgorde gezet: {names}',
  'event.account_role.deleted':
    '{accounts, plural, =0 {{actor} heeft de rol {name} verwijderd} one {{actor} heeft de rol {name} verwijderd, die iemand bij één klant had} other {{actor} heeft de rol {name} verwijderd, die collega’s bij # klanten hadden}}',
  'event.account.roleChanged': '{actor} heeft gewijzigd wie {role} is: {members}',

  'roles.starting_partner': 'Partner',
  'roles.starting_preparer': 'Behandelaar',
  'roles.starting_reviewer': 'Beoordelaar',
  'roles.starting_bookkeeper': 'Boekhouder',
  'roles.title': 'Rollen',
  'roles.about':
    'Een rol zegt wie wat voor een klant doet. Opdrachten en taken kunnen aan een rol worden toegewezen, en gaan naar wie die rol bij de klant heeft wanneer ze worden gemaakt.',
  'roles.add': 'Rol toevoegen',
  'roles.name': 'Naam',
  'roles.order': 'Volgorde',
  'roles.rename': 'Rol hernoemen',
  'roles.none': 'Nog geen rollen',
  'roles.none_text':
    'Met rollen zoals “Behandelaar” of “Beoordelaar” wijst één pipeline voor elke klant de juiste persoon toe.',
  'roles.delete': 'Rol verwijderen',
  'roles.delete_of': '{name} verwijderen?',
  'roles.delete_text': 'Bij klanten waar iemand deze rol heeft, verdwijnt die. De collega’s blijven bij de klanten.',
  'roles.deleted': '{name} is verwijderd',
  'roles.used': 'Deze rol kan niet worden verwijderd zolang deze haar noemen.',
  'roles.used_pipeline': 'Pipeline',
  'roles.used_template': 'Sjabloon',
  'roles.of_client': 'Rollen',
  'roles.nobody': 'Niemand',
  'roles.give': '{role} geven aan',
  'roles.taken': '{name} is niet langer {role}',
  'roles.bulk_title': '{count, plural, one {Rollen bij één klant} other {Rollen bij # klanten}}',
  'roles.role': 'Rol',
  'roles.bulk_add': 'Geven aan',
  'roles.bulk_remove': 'Afnemen van',
  'roles.pick_members': 'Kies collega’s',
}

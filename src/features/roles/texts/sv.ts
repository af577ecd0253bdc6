import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.account_role.created': '{actor} skapade rollen {name}',
  'event.account_role.renamed': '{actor} bytte namn på rollen {before} till {name}',
  'event.account_role.reordered': '{actor} ändrade rollernas ordning: {names}',
  'event.account_role.deleted':
    '{accounts, plural, =0 {{actor} tog bort rollen {name}} one {{actor} tog bort rollen {name}, som någon hade hos en klient} other {{actor} tog bort rollen {name}, som medarbetare hade hos # klienter}}',
  'event.account.roleChanged': '{actor} ändrade vem som är {role}: {members}',

  'roles.starting_partner': 'Delägare',
  'roles.starting_preparer': 'Handläggare',
  'roles.starting_reviewer': 'Granskare',
  'roles.starting_bookkeeper': 'Redovisningsekonom',
  'roles.title': 'Roller',
  'roles.about':
    'En roll säger vem som gör vad för en klient. Uppdrag och uppgifter kan ges till en roll, och går till den som har rollen hos klienten när de skapas.',
  'roles.add': 'Lägg till roll',
  'roles.name': 'Namn',
  'roles.order': 'Ordning',
  'roles.rename': 'Byt namn på roll',
  'roles.none': 'Inga roller än',
  'roles.none_text':
    'Med roller som ”Handläggare” eller ”Granskare” ger en och samma pipeline varje klient rätt person.',
  'roles.delete': 'Ta bort roll',
  'roles.delete_of': 'Ta bort {name}?',
  'roles.delete_text': 'Hos klienter där någon har rollen försvinner den. Medarbetarna är kvar hos klienterna.',
  'roles.deleted': '{name} togs bort',
  'roles.used': 'Rollen kan inte tas bort så länge de här nämner den.',
  'roles.used_pipeline': 'Pipeline',
  'roles.used_template': 'Mall',
  'roles.of_client': 'Roller',
  'roles.nobody': 'Ingen',
  'roles.give': 'Ge {role} till',
  'roles.taken': '{name} är inte längre {role}',
  'roles.bulk_title': '{count, plural, one {Roller hos en klient} other {Roller hos # klienter}}',
  'roles.role': 'Roll',
  'roles.bulk_add': 'Ge till',
  'roles.bulk_remove': 'Ta från',
  'roles.pick_members': 'Välj medarbetare',
}

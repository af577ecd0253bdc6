import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.account.created': '{actor} heeft de klant {name} toegevoegd ({shortId})',
  'event.account.changed': '{actor} heeft de gegevens van {name} gewijzigd',
  'event.account.archived': '{actor} heeft {name} gearchiveerd',
  'event.account.restored': '{actor} heeft {name} uit het archief gehaald',
  'event.account.teamChanged': '{actor} heeft het team gewijzigd: {members}',
  'event.contact.created': '{actor} heeft de contactpersoon {name} toegevoegd',
  'event.contact.changed': '{actor} heeft de gegevens van contactpersoon {name} gewijzigd',
  'event.contact.linked': '{actor} heeft contactpersoon {name} toegevoegd aan {account}',
  'event.contact.unlinked': '{actor} heeft contactpersoon {name} losgemaakt van {account}',
  'event.contact.emailAdded': '{actor} heeft het adres {email} toegevoegd bij {name}',
  'event.contact.emailChanged': '{actor} heeft het adres {before} van {name} vervangen door {email}',
  'event.contact.emailRemoved': '{actor} heeft het adres {email} van {name} verwijderd',
  'event.contact.settingsChanged':
    '{actor} heeft {email} ingesteld voor {account}: portaal {login, select, on {aan} other {uit}}, mails {notify, select, on {aan} other {uit}}',

  'field.forbidden_characters': 'Deze tekens mogen niet in een naam staan: < > : " / \\ | ? *',
  'field.staff_email': 'Dit is het adres van iemand die hier werkt. Een contactpersoon heeft een eigen adres nodig',
  'field.last_contact': 'Een klant houdt minstens één contactpersoon. Voeg eerst een andere toe',
  'field.not_allowed': 'Je mag dit niet instellen',
}

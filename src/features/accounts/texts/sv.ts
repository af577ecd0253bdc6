import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.account.created': '{actor} lade till klienten {name} ({shortId})',
  'event.account.changed': '{actor} ändrade uppgifterna om {name}',
  'event.account.archived': '{actor} arkiverade {name}',
  'event.account.restored': '{actor} hämtade {name} från arkivet',
  'event.account.teamChanged': '{actor} ändrade teamet: {members}',
  'event.contact.created': '{actor} lade till kontakten {name}',
  'event.contact.changed': '{actor} ändrade uppgifterna om kontakten {name}',
  'event.contact.linked': '{actor} lade till kontakten {name} hos {account}',
  'event.contact.unlinked': '{actor} tog bort kontakten {name} från {account}',
  'event.contact.emailAdded': '{actor} lade till adressen {email} hos {name}',
  'event.contact.emailChanged': '{actor} ersatte adressen {before} hos {name} med {email}',
  'event.contact.emailRemoved': '{actor} tog bort adressen {email} hos {name}',
  'event.contact.settingsChanged':
    '{actor} ställde in {email} för {account}: portal {login, select, on {på} other {av}}, mejl {notify, select, on {på} other {av}}',

  'field.forbidden_characters': 'De här tecknen får inte stå i ett namn: < > : " / \\ | ? *',
  'field.staff_email': 'Adressen tillhör någon som arbetar här. Kontakter behöver en egen adress',
  'field.last_contact': 'En klient behåller minst en kontakt. Lägg till en annan först',
  'field.not_allowed': 'Du får inte ställa in det här',
}

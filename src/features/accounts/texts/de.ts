import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.account.created': '{actor} hat den Mandanten {name} angelegt ({shortId})',
  'event.account.changed': '{actor} hat die Angaben zu {name} geändert',
  'event.account.archived': '{actor} hat {name} archiviert',
  'event.account.restored': '{actor} hat {name} aus dem Archiv zurückgeholt',
  'event.account.teamChanged': '{actor} hat das Team geändert: {members}',
  'event.contact.created': '{actor} hat den Kontakt {name} angelegt',
  'event.contact.changed': '{actor} hat die Angaben zum Kontakt {name} geändert',
  'event.contact.linked': '{actor} hat den Kontakt {name} zu {account} hinzugefügt',
  'event.contact.unlinked': '{actor} hat den Kontakt {name} von {account} entfernt',
  'event.contact.emailAdded': '{actor} hat die Adresse {email} bei {name} hinzugefügt',
  'event.contact.emailChanged': '{actor} hat die Adresse {before} von {name} durch {email} ersetzt',
  'event.contact.emailRemoved': '{actor} hat die Adresse {email} von {name} entfernt',
  'event.contact.settingsChanged':
    '{actor} hat {email} für {account} eingestellt: Portal {login, select, on {an} other {aus}}, Mails {notify, select, on {an} other {aus}}',

  'field.forbidden_characters': 'Diese Zeichen dürfen in einem Namen nicht stehen: < > : " / \\ | ? *',
  'field.staff_email': 'Diese Adresse gehört jemandem aus Ihrer Kanzlei. Kontakte brauchen eine eigene Adresse',
  'field.last_contact': 'Ein Mandant behält mindestens einen Kontakt. Fügen Sie zuerst einen anderen hinzu',
  'field.not_allowed': 'Das dürfen Sie nicht festlegen',
}

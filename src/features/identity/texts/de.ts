import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.second_factor.changed':
    '{change, select, on {{actor} hat die Anmeldung in zwei Schritten eingerichtet} off {{actor} hat die Anmeldung in zwei Schritten ausgeschaltet} other {{actor} hat neue Ersatzcodes erstellt}}',
  'event.password.changed':
    '{how, select, reset {{actor} hat per E-Mail ein neues Passwort festgelegt} other {{actor} hat das Passwort geändert}}',
  'event.portal.entered': '{actor} hat sich als {email} im Portal angemeldet',
  'field.not_your_password': 'Das ist nicht das richtige Passwort',
  'field.address_taken': 'Diese Adresse wird hier schon verwendet. Nehmen Sie eine andere',
  'field.password_is_email': 'Nehmen Sie nicht die E-Mail-Adresse als Passwort',
  'field.password_repeats': 'Hier wiederholen sich zu wenige Zeichen. Besser sind ein paar Wörter',
}

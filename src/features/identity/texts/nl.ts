import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.second_factor.changed':
    '{change, select, on {{actor} heeft inloggen in twee stappen ingesteld} off {{actor} heeft inloggen in twee stappen uitgezet} other {{actor} heeft nieuwe reservecodes gemaakt}}',
  'event.password.changed':
    '{how, select, reset {{actor} heeft via de mail een nieuw wachtwoord ingesteld} other {{actor} heeft het wachtwoord gewijzigd}}',
  'event.portal.entered': '{actor} heeft ingelogd in het portaal als {email}',
  'field.not_your_password': 'Dit is niet het juiste wachtwoord',
  'field.address_taken': 'Dit adres is hier al in gebruik. Neem een ander',
  'field.password_is_email': 'Neem niet het e-mailadres als wachtwoord',
  'field.password_repeats': 'Hierin komen te weinig verschillende tekens voor. Een paar woorden is beter',
}

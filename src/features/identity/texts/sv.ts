import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.second_factor.changed':
    '{change, select, on {{actor} ställde in tvåstegsinloggning} off {{actor} stängde av tvåstegsinloggning} other {{actor} skapade nya reservkoder}}',
  'event.password.changed':
    '{how, select, reset {{actor} valde ett nytt lösenord via e-post} other {{actor} bytte lösenord}}',
  'event.portal.entered': '{actor} loggade in i portalen som {email}',
  'field.not_your_password': 'Det här är inte rätt lösenord',
  'field.address_taken': 'Adressen används redan här. Ta en annan',
  'field.password_is_email': 'Använd inte e-postadressen som lösenord',
  'field.password_repeats': 'Samma få tecken upprepas. Några ord är bättre',
}

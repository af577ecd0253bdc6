import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.firm.created': '{actor} heeft het kantoor {name} geopend',
  'event.firm.changed':
    '{setting, select, name {{actor} heeft het kantoor hernoemd naar {to}} locale {{actor} heeft {to, select, nl {Nederlands} de {Duits} sv {Zweeds} other {Engels}} de taal van het kantoor gemaakt} timeZone {{actor} heeft de tijdzone van het kantoor op {to} gezet} color {{actor} heeft het kantoor de kleur {to} gegeven} replyTo {{to, select, none {{actor} heeft het antwoordadres verwijderd} other {{actor} heeft {to} het antwoordadres gemaakt}}} other {{to, select, true {{actor} heeft inloggen in twee stappen verplicht gemaakt voor het team} other {{actor} heeft inloggen in twee stappen vrijgelaten}}}}',
  'field.not_a_time_zone': 'Deze tijdzone bestaat niet',
  'field.own_second_factor_first': 'Stel eerst voor jezelf inloggen in twee stappen in',
}

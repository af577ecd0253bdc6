import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.firm.created': '{actor} öppnade byrån {name}',
  'event.firm.changed':
    '{setting, select, name {{actor} bytte byråns namn till {to}} locale {{actor} gjorde {to, select, nl {nederländska} de {tyska} sv {svenska} other {engelska}} till byråns språk} timeZone {{actor} ställde byråns tidszon till {to}} color {{actor} gav byrån färgen {to}} replyTo {{to, select, none {{actor} tog bort svarsadressen} other {{actor} gjorde {to} till svarsadress}}} other {{to, select, true {{actor} gjorde tvåstegsinloggning obligatorisk för teamet} other {{actor} gjorde tvåstegsinloggning frivillig}}}}',
  'field.not_a_time_zone': 'Den tidszonen finns inte',
  'field.own_second_factor_first': 'Ställ först in tvåstegsinloggning för dig själv',
}

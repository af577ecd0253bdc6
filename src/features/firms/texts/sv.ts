import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.firm.created': '{actor} öppnade byrån {name}',
  'event.firm.changed':
    '{setting, select, name {{actor} bytte byråns namn till {to}} locale {{actor} gjorde {to, select, nl {nederländska} de {tyska} sv {svenska} other {engelska}} till byråns språk} timeZone {{actor} ställde byråns tidszon till {to}} color {{actor} gav byrån färgen {to}} replyTo {{to, select, none {{actor} tog bort svarsadressen} other {{actor} gjorde {to} till svarsadress}}} other {{to, select, true {{actor} gjorde tvåstegsinloggning obligatorisk för teamet} other {{actor} gjorde tvåstegsinloggning frivillig}}}}',
  'field.not_a_time_zone': 'Den tidszonen finns inte',
  'field.own_second_factor_first': 'Ställ först in tvåstegsinloggning för dig själv',
  'firm.name': 'Namn',
  'firm.locale': 'Språk',
  'firm.locale_help': 'Det klienter och kollegor får, om de inte väljer ett annat',
  'firm.time_zone': 'Tidszon',
  'firm.time_zone_help': 'Alla datum och tider gäller där',
  'firm.reply_to': 'Svar går till',
  'firm.reply_to_help': 'Dit svar på byråns mejl kommer. Utan adress kan ingen svara',
  'firm.color': 'Portalens färg',
  'firm.color_help': 'Det man kan trycka på har färgen, i portalen och i mejl',
  'firm.pick_color': 'Välj en färg',
  'firm.preview_button': 'Fortsätt',
  'firm.preview_link': 'Visa dokumenten',
  'firm.too_pale': 'Färgen är för ljus för text',
  'firm.take_color': 'Ta {color}',
  'firm.portal': 'Portal',
  'firm.portal_help': 'Där klienter loggar in; mejlen leder dit av sig själva',
  'firm.second_factor': 'Kräv tvåstegsinloggning',
  'firm.second_factor_help': 'Kollegor utan den ställer in den vid nästa inloggning',
}

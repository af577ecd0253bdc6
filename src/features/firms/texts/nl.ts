import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.firm.created': '{actor} heeft het kantoor {name} geopend',
  'event.firm.changed':
    '{setting, select, name {{actor} heeft het kantoor hernoemd naar {to}} locale {{actor} heeft {to, select, nl {Nederlands} de {Duits} sv {Zweeds} other {Engels}} de taal van het kantoor gemaakt} timeZone {{actor} heeft de tijdzone van het kantoor op {to} gezet} color {{actor} heeft het kantoor de kleur {to} gegeven} replyTo {{to, select, none {{actor} heeft het antwoordadres verwijderd} other {{actor} heeft {to} het antwoordadres gemaakt}}} other {{to, select, true {{actor} heeft inloggen in twee stappen verplicht gemaakt voor het team} other {{actor} heeft inloggen in twee stappen vrijgelaten}}}}',
  'field.not_a_time_zone': 'Deze tijdzone bestaat niet',
  'field.own_second_factor_first': 'Stel eerst voor jezelf inloggen in twee stappen in',
  'firm.name': 'Naam',
  'firm.locale': 'Taal',
  'firm.locale_help': 'Wat klanten en collega’s krijgen, tenzij ze een andere kiezen',
  'firm.time_zone': 'Tijdzone',
  'firm.time_zone_help': 'Elke datum en tijd geldt daar',
  'firm.reply_to': 'Antwoorden gaan naar',
  'firm.reply_to_help': 'Waar antwoorden op mails van het kantoor aankomen. Zonder adres kan niemand antwoorden',
  'firm.color': 'Kleur van het portaal',
  'firm.color_help': 'Wat je kunt indrukken heeft deze kleur, in het portaal en in mails',
  'firm.pick_color': 'Een kleur kiezen',
  'firm.preview_button': 'Verder',
  'firm.preview_link': 'De documenten bekijken',
  'firm.too_pale': 'Deze kleur is te licht voor tekst',
  'firm.take_color': 'Neem {color}',
  'firm.portal': 'Portaal',
  'firm.portal_help': 'Waar klanten inloggen; mails leiden er vanzelf heen',
  'firm.second_factor': 'Inloggen in twee stappen verplichten',
  'firm.second_factor_help': 'Wie het nog niet heeft, stelt het in bij de volgende keer inloggen',
}

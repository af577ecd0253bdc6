import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.firm.created': '{actor} hat die Kanzlei {name} eröffnet',
  'event.firm.changed':
    '{setting, select, name {{actor} hat die Kanzlei in {to} umbenannt} locale {{actor} hat {to, select, nl {Niederländisch} de {Deutsch} sv {Schwedisch} other {Englisch}} zur Sprache der Kanzlei gemacht} timeZone {{actor} hat die Zeitzone der Kanzlei auf {to} gesetzt} color {{actor} hat der Kanzlei die Farbe {to} gegeben} replyTo {{to, select, none {{actor} hat die Antwortadresse entfernt} other {{actor} hat {to} zur Antwortadresse gemacht}}} other {{to, select, true {{actor} hat die Anmeldung in zwei Schritten für das Team verpflichtend gemacht} other {{actor} hat die Anmeldung in zwei Schritten freigestellt}}}}',
  'field.not_a_time_zone': 'Diese Zeitzone gibt es nicht',
  'field.own_second_factor_first': 'Richten Sie zuerst für sich selbst die Anmeldung in zwei Schritten ein',
  'firm.name': 'Name',
  'firm.locale': 'Sprache',
  'firm.locale_help': 'Was Mandanten und Team bekommen, wenn sie keine andere bevorzugen',
  'firm.time_zone': 'Zeitzone',
  'firm.time_zone_help': 'Jedes Datum und jede Uhrzeit gilt dort',
  'firm.reply_to': 'Antworten gehen an',
  'firm.reply_to_help': 'Wo Antworten auf E-Mails der Kanzlei ankommen. Ohne Adresse kann niemand antworten',
  'firm.color': 'Farbe des Portals',
  'firm.color_help': 'Was man drücken kann, hat diese Farbe, im Portal und in E-Mails',
  'firm.pick_color': 'Eine Farbe wählen',
  'firm.preview_button': 'Weiter',
  'firm.preview_link': 'Dokumente ansehen',
  'firm.too_pale': 'Diese Farbe ist zu hell für Text',
  'firm.take_color': '{color} nehmen',
  'firm.portal': 'Portal',
  'firm.portal_help': 'Wo Mandanten sich anmelden; E-Mails führen von selbst dorthin',
  'firm.second_factor': 'Anmeldung in zwei Schritten verlangen',
  'firm.second_factor_help': 'Wer sie noch nicht hat, richtet sie bei der nächsten Anmeldung ein',
}

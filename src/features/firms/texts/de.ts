import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.firm.created': '{actor} hat die Kanzlei {name} eröffnet',
  'event.firm.changed':
    '{setting, select, name {{actor} hat die Kanzlei in {to} umbenannt} locale {{actor} hat {to, select, nl {Niederländisch} de {Deutsch} sv {Schwedisch} other {Englisch}} zur Sprache der Kanzlei gemacht} timeZone {{actor} hat die Zeitzone der Kanzlei auf {to} gesetzt} color {{actor} hat der Kanzlei die Farbe {to} gegeben} replyTo {{to, select, none {{actor} hat die Antwortadresse entfernt} other {{actor} hat {to} zur Antwortadresse gemacht}}} other {{to, select, true {{actor} hat die Anmeldung in zwei Schritten für das Team verpflichtend gemacht} other {{actor} hat die Anmeldung in zwei Schritten freigestellt}}}}',
  'field.not_a_time_zone': 'Diese Zeitzone gibt es nicht',
  'field.own_second_factor_first': 'Richten Sie zuerst für sich selbst die Anmeldung in zwei Schritten ein',
}

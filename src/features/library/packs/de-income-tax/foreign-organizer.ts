import type { OrganizerDefinition } from '../../../organizers/model.ts'
import { any, files, is, many, number, one, section, story, text, ticked, yes, yesNo } from '../blocks.ts'

const einkuenfte = section('s_einkuenfte', 'Ihre Einkünfte im Ausland', [
  text('staaten', 'Um welche Staaten geht es?'),
  one('wohnsitz', 'Wo hatten Sie Ihren Wohnsitz?', {
    deutschland: 'Das ganze Jahr nur in Deutschland',
    mehrere: 'In Deutschland und in einem anderen Staat',
    gewechselt: 'Ich bin in diesem Jahr zugezogen oder weggezogen',
  }),
  story('wohnsitz_details', 'Von wann bis wann, wo, und wo lebte Ihre Familie?', {
    when: any(is('wohnsitz', 'mehrere'), is('wohnsitz', 'gewechselt')),
  }),
  many('arten', 'Was hatten Sie dort?', {
    arbeit: 'Arbeit oder Selbständigkeit',
    kapital: 'Konto, Depot oder Beteiligung',
    immobilie: 'Immobilie',
    rente: 'Rente',
  }),
  number('tage', 'Arbeitstage im Ausland', {
    help: 'Mehr als 183 Tage können das Besteuerungsrecht verschieben. Bitte zählen Sie genau.',
    when: ticked('arten', 'arbeit'),
  }),
])

const nachweise = section('s_nachweise', 'Nachweise', [
  files('f_einnahmen', 'Lohn-, Renten-, Bank- oder Mietnachweise', {
    help: 'In der Originalwährung, wir rechnen um.',
  }),
  yesNo('steuer_gezahlt', 'Haben Sie dort Steuern gezahlt?'),
  files('f_steuer', 'Ausländischer Steuerbescheid oder Nachweis über einbehaltene Steuer', {
    help: 'Ohne Nachweis versagt das Finanzamt die Freistellung oder Anrechnung.',
    when: yes('steuer_gezahlt'),
  }),
])

/** Sent only to accounts tagged Ausland: the annexes N-AUS, AUS and KAP follow from it. */
export const ausland: OrganizerDefinition = { sections: [einkuenfte, nachweise] }

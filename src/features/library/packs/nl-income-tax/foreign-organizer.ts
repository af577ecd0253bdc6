import type { OrganizerDefinition } from '../../../organizers/model.ts'
import { any, date, files, is, many, number, one, section, story, text, ticked } from '../blocks.ts'

const wonen = section('s_wonen', 'Waar u woonde en werkte', [
  one('woonland', 'Waar woonde u in dit jaar?', {
    nederland: 'Het hele jaar in Nederland',
    aankomst: 'Ik kwam in dit jaar naar Nederland',
    vertrek: 'Ik vertrok in dit jaar uit Nederland',
  }),
  date('verhuisdatum', 'Op welke datum was dat?', {
    when: any(is('woonland', 'aankomst'), is('woonland', 'vertrek')),
  }),
  text('landen', 'Om welk land of welke landen gaat het?'),
  many('soorten', 'Wat had u in het buitenland?', {
    werk: 'Loon of winst',
    pensioen: 'Pensioen of uitkering',
    woning: 'Een woning of grond',
    vermogen: 'Bankrekeningen of beleggingen',
  }),
])

const inkomsten = section('s_inkomsten', 'Inkomsten en bezittingen', [
  number('werkdagen', 'Werkdagen die u buiten Nederland werkte', { when: ticked('soorten', 'werk') }),
  files('f_inkomsten', 'Loonstroken, jaaropgaven of pensioenopgaven uit het buitenland', {
    when: any(ticked('soorten', 'werk'), ticked('soorten', 'pensioen')),
  }),
  files('f_a1', 'A1-verklaring, als u die hebt', { optional: true, when: ticked('soorten', 'werk') }),
  story('vastgoed', 'Adres, waarde op 1 januari en schuld op elke woning of elk stuk grond', {
    when: ticked('soorten', 'woning'),
  }),
  files('f_rekeningen', 'Overzichten met de stand op 1 januari en op 31 december', {
    when: ticked('soorten', 'vermogen'),
  }),
  files('f_belasting', 'Buitenlandse aangifte of aanslag, of bewijs van ingehouden belasting', {
    help: 'Hiermee vragen wij aftrek aan, zodat u niet twee keer betaalt.',
    optional: true,
  }),
])

/** Sent only to accounts tagged Buitenland: relief from double taxation, years of moving in or out. */
export const buitenland: OrganizerDefinition = { sections: [wonen, inkomsten] }

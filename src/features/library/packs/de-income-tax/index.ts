import type { Pack } from '../../model.ts'
import { emails } from './emails.ts'
import { ausland } from './foreign-organizer.ts'
import { erklaerung } from './organizer.ts'
import { pipeline } from './pipeline.ts'
import { tasks } from './tasks.ts'

export const deIncomeTax: Pack = {
  key: 'de_income_tax',
  locale: 'de',
  name: 'Deutsche Einkommensteuererklärung',
  summary:
    'Vom Fragebogen bis zum geprüften Bescheid, mit eigener Phase für das Ausland und Zusatzaufgaben für Vermietung und Selbständigkeit.',
  tags: [
    { key: 'offen', name: 'ESt offen', color: 'blue' },
    { key: 'ausland', name: 'Ausland', color: 'violet' },
    { key: 'vermietung', name: 'Vermietung', color: 'teal' },
    { key: 'selbstaendig', name: 'Selbständig', color: 'orange' },
  ],
  organizers: [
    {
      key: 'erklaerung',
      name: 'ESt: Fragebogen',
      organizerName: 'Fragebogen zur Einkommensteuer [TAX_YEAR]',
      definition: erklaerung,
    },
    {
      key: 'ausland',
      name: 'ESt: Ausland',
      organizerName: 'Fragen zum Ausland [TAX_YEAR]',
      definition: ausland,
    },
  ],
  emails,
  tasks,
  pipeline,
}

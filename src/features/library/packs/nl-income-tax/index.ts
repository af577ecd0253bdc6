import type { Pack } from '../../model.ts'
import { emails } from './emails.ts'
import { buitenland } from './foreign-organizer.ts'
import { aangifte } from './organizer.ts'
import { pipeline } from './pipeline.ts'
import { tasks } from './tasks.ts'

export const nlIncomeTax: Pack = {
  key: 'nl_income_tax',
  locale: 'nl',
  name: 'Nederlandse inkomstenbelasting (IB-aangifte)',
  summary:
    'Van vragenlijst tot gecontroleerde aanslag, met een eigen fase voor het buitenland en extra werk voor ondernemers en voor het werkelijke rendement in box 3.',
  tags: [
    { key: 'loopt', name: 'IB loopt', color: 'blue' },
    { key: 'buitenland', name: 'Buitenland', color: 'violet' },
    { key: 'ondernemer', name: 'Ondernemer', color: 'teal' },
    { key: 'werkelijk_rendement', name: 'Werkelijk rendement', color: 'orange' },
  ],
  organizers: [
    {
      key: 'aangifte',
      name: 'IB: vragenlijst',
      organizerName: 'Vragen voor uw aangifte [TAX_YEAR]',
      definition: aangifte,
    },
    {
      key: 'buitenland',
      name: 'IB: buitenland',
      organizerName: 'Vragen over het buitenland [TAX_YEAR]',
      definition: buitenland,
    },
  ],
  emails,
  tasks,
  pipeline,
}

import type { Pack } from '../../model.ts'
import { emails } from './emails.ts'
import { bokslut } from './organizer.ts'
import { pipeline } from './pipeline.ts'
import { tasks } from './tasks.ts'

export const seAnnualAccounts: Pack = {
  key: 'se_annual_accounts',
  locale: 'sv',
  name: 'Bokslut och årsredovisning (AB)',
  summary:
    'Från underlag till inlämnad årsredovisning och Inkomstdeklaration 2, med revision för bolag som har revisor och K10-underlag för fåmansbolag.',
  tags: [
    { key: 'pagar', name: 'Bokslut pågår', color: 'blue' },
    { key: 'revision', name: 'Revision', color: 'violet' },
    { key: 'famansbolag', name: 'Fåmansbolag', color: 'teal' },
    { key: 'anstallda', name: 'Anställda', color: 'orange' },
  ],
  organizers: [
    {
      key: 'bokslut',
      name: 'Bokslut: frågor och underlag',
      organizerName: 'Frågor inför bokslut [TAX_YEAR]',
      definition: bokslut,
    },
  ],
  emails,
  tasks,
  pipeline,
}

import type { Pack } from '../../model.ts'
import { emails } from './emails.ts'
import { foreignIncome } from './foreign-organizer.ts'
import { individualReturn } from './organizer.ts'
import { pipeline } from './pipeline.ts'
import { tasks } from './tasks.ts'

export const us1040: Pack = {
  key: 'us_1040',
  locale: 'en',
  name: 'US individual return (1040)',
  summary:
    'From the organizer to the accepted e-file, with a stage of its own for income and accounts abroad and extra work for rentals and K-1s.',
  tags: [
    { key: 'open', name: '1040 open', color: 'blue' },
    { key: 'foreign_income', name: 'Foreign income', color: 'violet' },
    { key: 'rental', name: 'Rental', color: 'teal' },
    { key: 'k1', name: 'K-1', color: 'orange' },
  ],
  organizers: [
    {
      key: 'individual_return',
      name: '1040: tax organizer',
      organizerName: 'Tax organizer [TAX_YEAR]',
      definition: individualReturn,
    },
    {
      key: 'foreign_income',
      name: '1040: foreign income and accounts',
      organizerName: 'Income and accounts abroad [TAX_YEAR]',
      definition: foreignIncome,
    },
  ],
  emails,
  tasks,
  pipeline,
}

import type { Pack } from '../../model.ts'
import { emails } from './emails.ts'
import { monthEnd } from './organizer.ts'
import { pipeline } from './pipeline.ts'
import { tasks } from './tasks.ts'

export const monthlyBooks: Pack = {
  key: 'monthly_books',
  locale: 'en',
  name: 'Monthly bookkeeping',
  summary:
    'Month-end questions to the client, posting, reconciling, review and reports, with payroll and sales tax for those who have them. Start it every month.',
  tags: [
    { key: 'open', name: 'Month open', color: 'blue' },
    { key: 'payroll', name: 'Payroll', color: 'teal' },
    { key: 'sales_tax', name: 'Sales tax', color: 'orange' },
  ],
  organizers: [
    {
      key: 'month_end',
      name: 'Bookkeeping: month-end questions',
      organizerName: 'Month-end questions [LAST_MONTH_NAME]',
      definition: monthEnd,
    },
  ],
  emails,
  tasks,
  pipeline,
}

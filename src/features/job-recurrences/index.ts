import { slice } from '#platform/slices/slice.ts'
import { jobRecurrencesContract } from './contract.ts'
import './events.ts'
import { jobRecurrencesRoutes } from './routes.ts'
import { jobRecurrencesSweep } from './run-recurrence.ts'
import './tables.ts'

export { createJobRecurrences } from './commands.ts'

export const jobRecurrences = slice({
  name: 'job-recurrences',
  contract: jobRecurrencesContract,
  routes: jobRecurrencesRoutes,
  sweeps: [jobRecurrencesSweep],
})

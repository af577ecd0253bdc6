import { labelEndpoints } from './contract/labels.ts'
import { recurrenceEndpoints } from './contract/recurrences.ts'
import { taskEndpoints } from './contract/tasks.ts'
import { templateEndpoints } from './contract/templates.ts'

export type { TaskRecurrence } from './contract/recurrences.ts'

/** Tasks of the team, their templates and their recurrences. Clients never see any of them (T-1, POR-8). */
export const tasksContract = { ...taskEndpoints, ...templateEndpoints, ...recurrenceEndpoints, ...labelEndpoints }

import { slice } from '#platform/slices/slice.ts'
import { tasksContract } from './contract.ts'
import { taskRecurrencesSweep } from './recurrences.ts'
import { tasksRoutes } from './routes.ts'

export { createTask } from './create-tasks.ts'
export { describeTasks } from './describe-tasks.ts'
export { createTasks } from './effects.ts'
export { linkTask, unlinkTask } from './link-task.ts'
export { linkedTasks } from './linked-items.ts'
export { carryTasks, resolveTasks } from './move-items.ts'
export { createTaskRecurrence } from './recurrences.ts'

export const tasks = slice({
  name: 'tasks',
  contract: tasksContract,
  routes: tasksRoutes,
  sweeps: [taskRecurrencesSweep],
})

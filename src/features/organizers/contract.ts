import { fillingEndpoints } from './contract/filling.ts'
import { staffEndpoints } from './contract/staff.ts'
import { templateEndpoints } from './contract/templates.ts'
import { todoLinkEndpoints } from './contract/todo-links.ts'

/** Organizers: templates, sending and reading by staff, filling in by clients, the to-do links of mails. */
export const organizersContract = {
  ...templateEndpoints,
  ...staffEndpoints,
  ...fillingEndpoints,
  ...todoLinkEndpoints,
}

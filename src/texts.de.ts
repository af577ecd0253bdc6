import { de as accounts } from '#features/accounts/texts/de.ts'
import { de as activity } from '#features/activity/texts/de.ts'
import { de as clientStatuses } from '#features/client-statuses/texts/de.ts'
import { de as documents } from '#features/documents/texts/de.ts'
import { de as emails } from '#features/emails/texts/de.ts'
import { de as firms } from '#features/firms/texts/de.ts'
import { de as identity } from '#features/identity/texts/de.ts'
import { de as imports } from '#features/imports/texts/de.ts'
import { de as jobRecurrences } from '#features/job-recurrences/texts/de.ts'
import { de as jobs } from '#features/jobs/texts/de.ts'
import { de as library } from '#features/library/texts/de.ts'
import { de as organizers } from '#features/organizers/texts/de.ts'
import { de as pipelines } from '#features/pipelines/texts/de.ts'
import { de as portal } from '#features/portal/texts/de.ts'
import { de as roles } from '#features/roles/texts/de.ts'
import { de as savedFilters } from '#features/saved-filters/texts/de.ts'
import { de as tags } from '#features/tags/texts/de.ts'
import { de as tasks } from '#features/tasks/texts/de.ts'
import { de as team } from '#features/team/texts/de.ts'
import { de as templates } from '#features/templates/texts/de.ts'
import { de as trials } from '#features/trials/texts/de.ts'
import { together } from '#kernel/together.ts'
import { de as web } from '#web/texts/de.ts'

/** Every text in one language; the browser loads only the one it needs. A new slice adds its line in all four. */
export const texts = together(
  web,
  accounts,
  clientStatuses,
  documents,
  emails,
  library,
  organizers,
  tasks,
  jobs,
  savedFilters,
  jobRecurrences,
  trials,
  imports,
  pipelines,
  portal,
  roles,
  tags,
  templates,
  firms,
  identity,
  team,
  activity,
)

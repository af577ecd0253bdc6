import { nl as accounts } from '#features/accounts/texts/nl.ts'
import { nl as activity } from '#features/activity/texts/nl.ts'
import { nl as clientStatuses } from '#features/client-statuses/texts/nl.ts'
import { nl as documents } from '#features/documents/texts/nl.ts'
import { nl as emails } from '#features/emails/texts/nl.ts'
import { nl as firms } from '#features/firms/texts/nl.ts'
import { nl as identity } from '#features/identity/texts/nl.ts'
import { nl as imports } from '#features/imports/texts/nl.ts'
import { nl as jobRecurrences } from '#features/job-recurrences/texts/nl.ts'
import { nl as jobs } from '#features/jobs/texts/nl.ts'
import { nl as library } from '#features/library/texts/nl.ts'
import { nl as organizers } from '#features/organizers/texts/nl.ts'
import { nl as pipelines } from '#features/pipelines/texts/nl.ts'
import { nl as portal } from '#features/portal/texts/nl.ts'
import { nl as roles } from '#features/roles/texts/nl.ts'
import { nl as savedFilters } from '#features/saved-filters/texts/nl.ts'
import { nl as tags } from '#features/tags/texts/nl.ts'
import { nl as tasks } from '#features/tasks/texts/nl.ts'
import { nl as team } from '#features/team/texts/nl.ts'
import { nl as templates } from '#features/templates/texts/nl.ts'
import { nl as trials } from '#features/trials/texts/nl.ts'
import { together } from '#kernel/together.ts'
import { nl as web } from '#web/texts/nl.ts'

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

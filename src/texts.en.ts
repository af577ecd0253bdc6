import { en as accounts } from '#features/accounts/texts/en.ts'
import { en as activity } from '#features/activity/texts/en.ts'
import { en as clientStatuses } from '#features/client-statuses/texts/en.ts'
import { en as documents } from '#features/documents/texts/en.ts'
import { en as emails } from '#features/emails/texts/en.ts'
import { en as firms } from '#features/firms/texts/en.ts'
import { en as identity } from '#features/identity/texts/en.ts'
import { en as imports } from '#features/imports/texts/en.ts'
import { en as jobRecurrences } from '#features/job-recurrences/texts/en.ts'
import { en as jobs } from '#features/jobs/texts/en.ts'
import { en as library } from '#features/library/texts/en.ts'
import { en as organizers } from '#features/organizers/texts/en.ts'
import { en as pipelines } from '#features/pipelines/texts/en.ts'
import { en as portal } from '#features/portal/texts/en.ts'
import { en as roles } from '#features/roles/texts/en.ts'
import { en as savedFilters } from '#features/saved-filters/texts/en.ts'
import { en as tags } from '#features/tags/texts/en.ts'
import { en as tasks } from '#features/tasks/texts/en.ts'
import { en as team } from '#features/team/texts/en.ts'
import { en as templates } from '#features/templates/texts/en.ts'
import { en as trials } from '#features/trials/texts/en.ts'
import { together } from '#kernel/together.ts'
import { en as web } from '#web/texts/en.ts'

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

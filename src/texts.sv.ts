import { sv as accounts } from '#features/accounts/texts/sv.ts'
import { sv as activity } from '#features/activity/texts/sv.ts'
import { sv as clientStatuses } from '#features/client-statuses/texts/sv.ts'
import { sv as documents } from '#features/documents/texts/sv.ts'
import { sv as emails } from '#features/emails/texts/sv.ts'
import { sv as firms } from '#features/firms/texts/sv.ts'
import { sv as identity } from '#features/identity/texts/sv.ts'
import { sv as imports } from '#features/imports/texts/sv.ts'
import { sv as jobRecurrences } from '#features/job-recurrences/texts/sv.ts'
import { sv as jobs } from '#features/jobs/texts/sv.ts'
import { sv as library } from '#features/library/texts/sv.ts'
import { sv as organizers } from '#features/organizers/texts/sv.ts'
import { sv as pipelines } from '#features/pipelines/texts/sv.ts'
import { sv as portal } from '#features/portal/texts/sv.ts'
import { sv as roles } from '#features/roles/texts/sv.ts'
import { sv as savedFilters } from '#features/saved-filters/texts/sv.ts'
import { sv as tags } from '#features/tags/texts/sv.ts'
import { sv as tasks } from '#features/tasks/texts/sv.ts'
import { sv as team } from '#features/team/texts/sv.ts'
import { sv as templates } from '#features/templates/texts/sv.ts'
import { sv as trials } from '#features/trials/texts/sv.ts'
import { together } from '#kernel/together.ts'
import { sv as web } from '#web/texts/sv.ts'

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

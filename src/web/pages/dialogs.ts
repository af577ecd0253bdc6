import { later } from '../design/later.tsx'

/** Dialogs that several pages open, loaded with the first of them. */
export const AddJobsDialog = later(async () => (await import('#features/jobs/web/add-jobs-dialog.tsx')).AddJobsDialog)
export const SendOrganizer = later(async () => (await import('#features/organizers/web/staff-send.tsx')).SendOrganizer)

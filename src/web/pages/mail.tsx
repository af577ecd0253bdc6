import { Why } from '#features/activity/web/why.tsx'
import { MailDrawer } from '#features/emails/web/mail-drawer.tsx'

/** One mail, with how it came to be sent. */
export function MailPanel() {
  return <MailDrawer why={(causeId) => <Why eventId={causeId} />} />
}

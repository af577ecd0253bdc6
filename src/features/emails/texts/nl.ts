import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'mail.team_invitation.subject': '{inviterName} nodigt je uit bij {firmName}',
  'mail.sign_in_link.subject': 'Uw inloglink voor {firmName}',
  'mail.todo_code.subject': 'Uw code voor {firmName}',
  'mail.organizer_sent.subject': 'Graag invullen: {organizerName}',
  'mail.organizer_submitted.subject': '{accountName} heeft ‘{organizerName}’ ingestuurd',
}

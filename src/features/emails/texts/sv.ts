import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'mail.team_invitation.subject': '{inviterName} bjuder in dig till {firmName}',
  'mail.sign_in_link.subject': 'Din inloggningslänk för {firmName}',
  'mail.todo_code.subject': 'Din kod för {firmName}',
  'mail.organizer_sent.subject': 'Att fylla i: {organizerName}',
  'mail.organizer_submitted.subject': '{accountName} har skickat in ”{organizerName}”',
}

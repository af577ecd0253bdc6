import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'mail.team_invitation.subject': '{inviterName} lädt Sie zu {firmName} ein',
  'mail.sign_in_link.subject': 'Ihr Anmeldelink für {firmName}',
  'mail.todo_code.subject': 'Ihr Code für {firmName}',
  'mail.organizer_sent.subject': 'Bitte ausfüllen: {organizerName}',
  'mail.organizer_submitted.subject': '{accountName} hat „{organizerName}“ eingereicht',
}

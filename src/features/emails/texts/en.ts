export const en = {
  'mail.team_invitation.subject': '{inviterName} invites you to {firmName}',
  'mail.sign_in_link.subject': 'Your sign-in link for {firmName}',
  'mail.todo_code.subject': 'Your code for {firmName}',
  'mail.organizer_sent.subject': 'Please fill in: {organizerName}',
  'mail.organizer_submitted.subject': '{accountName} submitted “{organizerName}”',
} as const

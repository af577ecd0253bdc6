export const en = {
  'mail.greeting': 'Dear {name},',
  'mail.for': 'For {accountName}',
  'mail.reply': 'Questions? Simply reply to this mail.',
  'mail.because': '{firmName}. You get this mail because we work for {accountName}.',
  'mail.button_broken': 'If the button does not work, copy this address into your browser:',
  'mail.secret_gone': '[not kept after sending]',
  'mail.team_invitation.subject': '{inviterName} invites you to {firmName}',
  'mail.team_invitation.text':
    '{inviterName} would like to work with you at {firmName}. Accept the invitation, choose a password, and you are in.',
  'mail.team_invitation.button': 'Accept the invitation',
  'mail.team_invitation.note': 'The button works once. If it is too old, ask {inviterName} for a new invitation.',
  'mail.sign_in_link.subject': 'Your sign-in link for {firmName}',
  'mail.sign_in_link.text': 'You asked to sign in at {firmName}. Press the button and confirm on the page that opens.',
  'mail.sign_in_link.button': 'Sign in',
  'mail.sign_in_link.note': 'The button works once, for 15 minutes.',
  'mail.sign_in_link.ignore': 'Was it not you who asked? Then you can forget this mail: nobody gets in without it.',
  'mail.password_reset.subject': 'Choose a new password for {firmName}',
  'mail.password_reset.text': 'Somebody asked for a new password for this address. Press the button and choose one.',
  'mail.password_reset.button': 'Choose a new password',
  'mail.password_reset.note':
    'The button works once, for one hour. Everybody who is signed in with the old password is signed out.',
  'mail.password_reset.ignore': 'Was it not you who asked? Then you can forget this mail: the old password stays.',
  'mail.todo_code.subject': 'Your code for {firmName}',
  'mail.todo_code.text': 'Type this code on the page that asks for it:',
  'mail.todo_code.note': 'We ask for it because the page was opened before on another device.',
  'mail.todo_code.ignore': 'Tell the code to nobody; we never ask for it by mail or phone.',
  'mail.organizer_sent.subject': 'Please fill in: {organizerName}',
  'mail.organizer_sent.text': '{firmName} needs some answers and documents from you.',
  'mail.organizer_sent.saved':
    'Everything is saved as you go, so you can stop and go on whenever you like, on any device.',
  'mail.organizer_sent.button': 'Open the questions',
  'mail.organizer_sent.note':
    'The button opens only these questions. It works for 7 days; after that it offers you a new link.',
  'mail.organizer_submitted.subject': '{accountName} submitted “{organizerName}”',
  'mail.organizer_submitted.text': 'The answers are in. You can read them now.',
  'mail.organizer_submitted.button': 'Read the answers',

  'event.email.sent':
    '{recipientsCount, plural, =0 {E-mail “{template}” reached nobody: mails are off for everyone} other {E-mail “{template}” sent to {recipients}}}{leftOutCount, plural, =0 {} other {. Left out, because their mails are off: {leftOut}}}{emptyCount, plural, =0 {} other {. Without a value: {empty}}}',
  'event.mail.dropped':
    '“{subject}” was not sent to {to}: {reason, select, notify_off {mails were switched off in the meantime} contact_removed {the address no longer belongs to this account} other {the account is archived}}',
  'event.mail.failed': 'The mail server refused “{subject}” to {to}: {reason}',
} as const

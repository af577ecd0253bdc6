export const en = {
  'event.account.created': '{actor} added the client {name} ({shortId})',
  'event.account.changed': '{actor} changed the details of {name}',
  'event.account.archived': '{actor} archived {name}',
  'event.account.restored': '{actor} took {name} back from the archive',
  'event.account.teamChanged': '{actor} changed the team: {members}',
  'event.contact.created': '{actor} added the contact {name}',
  'event.contact.changed': '{actor} changed the details of the contact {name}',
  'event.contact.linked': '{actor} added the contact {name} to {account}',
  'event.contact.unlinked': '{actor} took the contact {name} off {account}',
  'event.contact.emailAdded': '{actor} added the address {email} to {name}',
  'event.contact.emailChanged': '{actor} replaced the address {before} of {name} by {email}',
  'event.contact.emailRemoved': '{actor} removed the address {email} of {name}',
  'event.contact.settingsChanged':
    '{actor} set {email} for {account}: portal {login, select, on {on} other {off}}, mails {notify, select, on {on} other {off}}',

  'field.forbidden_characters': 'These characters cannot stand in a name: < > : " / \\ | ? *',
  'field.staff_email': 'This is the address of somebody who works here. Contacts need an address of their own',
  'field.last_contact': 'A client keeps at least one contact. Add another one first',
  'field.not_allowed': 'You may not set this',
} as const

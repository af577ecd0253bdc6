export const en = {
  'event.organizer.sent':
    '{actor} sent the organizer “{name}”{mails, plural, =0 {; nobody was notified} one { and mailed one person} other { and mailed # people}}',
  'event.organizer.linked': '{actor} linked the organizer “{name}” to the job',
  'event.organizer.renamed': '{actor} renamed the organizer “{before}” to “{name}”',
  'event.organizer.opened': '{actor} opened the organizer “{name}”',
  'event.organizer.started': '{actor} started on the organizer “{name}”',
  'event.organizer.answered': '{actor} answered “{question}” in “{name}”',
  'event.organizer.fileAttached': '{actor} added the file “{file}” to “{question}” in “{name}”',
  'event.organizer.fileDetached': '{actor} took the file “{file}” out of “{question}” in “{name}”',
  'event.organizer.submitted': '{actor} submitted the organizer “{name}”',
  'event.todo_link.confirmed': '{actor} opened the link to “{name}” that was mailed to {email}',
  'event.todo_link.codeMailed':
    '{actor} asked for a code to open “{name}” on a further device; it was mailed to {email}',
  'event.todo_link.renewed': '{actor} asked for a new link to “{name}”; it was mailed to {email}',

  'field.no_options': 'Add at least one option',
  'field.too_many_blocks': 'This is more than 1,000 questions and texts',
  'field.condition_on_itself': 'A question cannot depend on itself',
  'field.condition_forward_reference': 'Choose a question that comes earlier',
  'field.condition_answers_only': 'In an organizer, conditions look at answers only',
  'field.question_hidden': 'This question is no longer asked',
  'field.code_expired': 'This code is too old. Ask for a new one',
  'field.archived': 'This is archived',
} as const

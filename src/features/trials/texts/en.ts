export const en = {
  'field.unknown_job': 'This job is not the client’s',
  'trials.about':
    'Gives each client a job, looks what becomes of it, and undoes it all. Nothing is sent, nothing stays.',
  'trials.no_stages': 'There is nothing to run yet',
  'trials.of': 'What is run',
  'trials.of_draft': 'The draft',
  'trials.of_published': 'As published',
  'trials.clients': 'Clients',
  'trials.clients_help': 'Up to {count}',
  'trials.nobody_found': 'No client is called that',
  'trials.stage': 'Beginning in',
  'trials.run': '{count, plural, =0 {Run} one {Run for one client} other {Run for # clients}}',
  'trials.empty_title': 'See what would happen before it does',
  'trials.empty_text': 'Choose clients that differ: one with every tag, one with none.',
  'trials.problems':
    '{count, plural, one {One problem keeps the draft from running} other {# problems keep the draft from running}}',
  'trials.problems_text': 'They are shown where they are, under Stages.',
  'trials.sum':
    '{created, plural, =0 {Nothing created} one {One thing created} other {# things created}}, {mails, plural, =0 {no mail} one {one mail} other {# mails}}, {skipped, plural, =0 {nothing skipped} one {one skipped} other {# skipped}}{troubled, plural, =0 {} one {; one client with something to look at} other {; # clients with something to look at}}',
  'trials.open_client': 'Client',
  'trials.refused': 'It would get no job.',
  'trials.passed_over': 'Passes over {stages}',
  'trials.nothing_happens': 'Nothing happens here by itself.',
  'trials.creates': 'Creates “{name}”{people, plural, =0 {, for nobody yet} other { for {who}}}',
  'trials.mails': '“{subject}” to {to}, {email}',
  'trials.stays_in': 'Then it stays in {stage}:',
  'trials.waits_for': 'waits for “{item}”',
} as const

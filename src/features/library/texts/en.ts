export const en = {
  'event.library.installed':
    '{templates, plural, one {{actor} copied “{pack}” from the library as “{name}”, with one template} other {{actor} copied “{pack}” from the library as “{name}”, with # templates}}',

  'library.title': 'Library',
  'library.lead':
    'Ways of working that ship with Throughline: a pipeline with every organizer, e-mail and task it uses. Installing one makes a copy that is yours to change; it stays as it is when a newer one ships.',
  'library.back': 'All of the library',
  'library.stages': 'Stages',
  'library.counts':
    '{organizers, plural, one {# organizer} other {# organizers}}, {emails, plural, one {# e-mail} other {# e-mails}}, {tasks, plural, one {# task} other {# tasks}}',
  'library.language_en': 'English',
  'library.language_nl': 'Dutch',
  'library.language_de': 'German',
  'library.language_sv': 'Swedish',
  'library.install': 'Install',
  'library.installed': '“{name}” is ready to use',
  'library.pipeline': 'Pipeline: {name}',
  'library.only_if': 'Only if {condition}',
  'library.organizers': 'Organizers',
  'library.emails': 'E-mails',
  'library.tasks': 'Tasks',
  'library.tags': 'Tags',
  'library.questions': '{count, plural, one {# question} other {# questions}}',
  'library.due_in': '{days, plural, =0 {due the same day} one {due after one day} other {due after # days}}',
} as const

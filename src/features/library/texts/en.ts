export const en = {
  'event.library.installed':
    '{templates, plural, one {{actor} copied “{pack}” from the library as “{name}”, with one template} other {{actor} copied “{pack}” from the library as “{name}”, with # templates}}',
  'event.library.saved':
    '{templates, plural, =0 {{actor} put “{name}” into the firm’s library} one {{actor} put “{name}” into the firm’s library, with one template} other {{actor} put “{name}” into the firm’s library, with # templates}}',
  'event.library.deleted': '{actor} took “{name}” out of the firm’s library',

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
  'library.jobs': 'Job templates',
  'library.tags': 'Tags',
  'library.questions': '{count, plural, one {# question} other {# questions}}',
  'library.due_in': '{days, plural, =0 {due the same day} one {due after one day} other {due after # days}}',
  'library.own': 'Your own',
  'library.own_none': 'Save a pipeline to the library from its menu, and copy it as often as you like.',
  'library.shipped': 'Comes with Throughline',
  'library.save': 'Save to library',
  'library.save_text':
    'Version {version} is kept with every template and tag it uses, as they are now. It stays like that whatever changes.',
  'library.summary': 'What it is for',
  'library.saved': '“{name}” is in the library',
  'library.installed_draft': '“{name}” is a draft: something it needs is gone',
  'library.take_out': 'Take out',
  'library.take_out_title': 'Take “{name}” out of the library?',
  'library.take_out_text': 'What was copied from it stays. It can’t be brought back.',
  'library.taken_out': '“{name}” is no longer in the library',
} as const

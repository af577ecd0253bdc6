import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.organizer.sent':
    '{actor} hat den Fragebogen „{name}“ verschickt{mails, plural, =0 {; niemand wurde benachrichtigt} one { und eine Person angeschrieben} other { und # Personen angeschrieben}}',
  'event.organizer.linked': '{actor} hat den Fragebogen „{name}“ mit dem Auftrag verknüpft',
  'event.organizer.renamed': '{actor} hat den Fragebogen „{before}“ in „{name}“ umbenannt',
  'event.organizer.opened': '{actor} hat den Fragebogen „{name}“ geöffnet',
  'event.organizer.started': '{actor} hat mit dem Fragebogen „{name}“ begonnen',
  'event.organizer.answered': '{actor} hat „{question}“ in „{name}“ beantwortet',
  'event.organizer.fileAttached': '{actor} hat die Datei „{file}“ bei „{question}“ in „{name}“ hinzugefügt',
  'event.organizer.fileDetached': '{actor} hat die Datei „{file}“ bei „{question}“ in „{name}“ entfernt',
  'event.organizer.submitted': '{actor} hat den Fragebogen „{name}“ eingereicht',
  'event.todo_link.confirmed': '{actor} hat den Link zu „{name}“ geöffnet, der an {email} ging',
  'event.todo_link.codeMailed':
    '{actor} hat einen Code angefordert, um „{name}“ auf einem weiteren Gerät zu öffnen; er ging an {email}',
  'event.todo_link.renewed': '{actor} hat einen neuen Link zu „{name}“ angefordert; er ging an {email}',

  'field.no_options': 'Fügen Sie mindestens eine Auswahl hinzu',
  'field.too_many_blocks': 'Das sind mehr als 1.000 Fragen und Texte',
  'field.condition_on_itself': 'Eine Frage kann nicht von sich selbst abhängen',
  'field.condition_forward_reference': 'Wählen Sie eine Frage, die weiter vorn steht',
  'field.condition_answers_only': 'In einem Fragebogen beziehen sich Bedingungen nur auf Antworten',
  'field.question_hidden': 'Diese Frage wird nicht mehr gestellt',
  'field.code_expired': 'Dieser Code ist zu alt. Fordern Sie einen neuen an',
  'field.archived': 'Das ist archiviert',
}

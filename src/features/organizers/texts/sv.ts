import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.organizer.sent':
    '{actor} skickade frågeformuläret ”{name}”{mails, plural, =0 {; ingen fick besked} one { och mejlade en person} other { och mejlade # personer}}',
  'event.organizer.linked': '{actor} kopplade frågeformuläret ”{name}” till uppdraget',
  'event.organizer.renamed': '{actor} bytte namn på frågeformuläret ”{before}” till ”{name}”',
  'event.organizer.opened': '{actor} öppnade frågeformuläret ”{name}”',
  'event.organizer.started': '{actor} började med frågeformuläret ”{name}”',
  'event.organizer.answered': '{actor} besvarade ”{question}” i ”{name}”',
  'event.organizer.fileAttached': '{actor} lade till filen ”{file}” vid ”{question}” i ”{name}”',
  'event.organizer.fileDetached': '{actor} tog bort filen ”{file}” vid ”{question}” i ”{name}”',
  'event.organizer.submitted': '{actor} skickade in frågeformuläret ”{name}”',
  'event.todo_link.confirmed': '{actor} öppnade länken till ”{name}” som mejlades till {email}',
  'event.todo_link.codeMailed':
    '{actor} bad om en kod för att öppna ”{name}” på ytterligare en enhet; den mejlades till {email}',
  'event.todo_link.renewed': '{actor} bad om en ny länk till ”{name}”; den mejlades till {email}',

  'field.no_options': 'Lägg till minst ett alternativ',
  'field.too_many_blocks': 'Det här är fler än 1 000 frågor och texter',
  'field.condition_on_itself': 'En fråga kan inte bero på sig själv',
  'field.condition_forward_reference': 'Välj en fråga som kommer tidigare',
  'field.condition_answers_only': 'I ett frågeformulär gäller villkor bara svar',
  'field.question_hidden': 'Den här frågan ställs inte längre',
  'field.code_expired': 'Koden är för gammal. Be om en ny',
  'field.archived': 'Det här är arkiverat',
}

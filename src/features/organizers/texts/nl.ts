import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.organizer.sent':
    '{actor} heeft de vragenlijst ‘{name}’ verstuurd{mails, plural, =0 {; niemand kreeg bericht} one { en één persoon gemaild} other { en # personen gemaild}}',
  'event.organizer.linked': '{actor} heeft de vragenlijst ‘{name}’ aan de opdracht gekoppeld',
  'event.organizer.renamed': '{actor} heeft de vragenlijst ‘{before}’ hernoemd tot ‘{name}’',
  'event.organizer.opened': '{actor} heeft de vragenlijst ‘{name}’ geopend',
  'event.organizer.started': '{actor} is aan de vragenlijst ‘{name}’ begonnen',
  'event.organizer.answered': '{actor} heeft ‘{question}’ beantwoord in ‘{name}’',
  'event.organizer.fileAttached': '{actor} heeft het bestand ‘{file}’ toegevoegd bij ‘{question}’ in ‘{name}’',
  'event.organizer.fileDetached': '{actor} heeft het bestand ‘{file}’ weggehaald bij ‘{question}’ in ‘{name}’',
  'event.organizer.submitted': '{actor} heeft de vragenlijst ‘{name}’ ingestuurd',
  'event.todo_link.confirmed': '{actor} heeft de link naar ‘{name}’ geopend die naar {email} is gemaild',
  'event.todo_link.codeMailed':
    '{actor} heeft een code gevraagd om ‘{name}’ op nog een apparaat te openen; die is naar {email} gemaild',
  'event.todo_link.renewed': '{actor} heeft een nieuwe link naar ‘{name}’ gevraagd; die is naar {email} gemaild',

  'field.no_options': 'Voeg minstens één keuze toe',
  'field.too_many_blocks': 'Dit zijn meer dan 1.000 vragen en teksten',
  'field.condition_on_itself': 'Een vraag kan niet van zichzelf afhangen',
  'field.condition_forward_reference': 'Kies een vraag die eerder komt',
  'field.condition_answers_only': 'In een vragenlijst kijken voorwaarden alleen naar antwoorden',
  'field.question_hidden': 'Deze vraag wordt niet meer gesteld',
  'field.code_expired': 'Deze code is te oud. Vraag een nieuwe aan',
  'field.archived': 'Dit is gearchiveerd',
}

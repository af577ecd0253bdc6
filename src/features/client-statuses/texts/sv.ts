import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.client_status.created': '{actor} skapade klientstatusen {name}',
  'event.client_status.changed': '{actor} ändrade klientstatusen {name}',
  'event.client_status.reordered': '{actor} ändrade klientstatusarnas ordning: {names}',
  'event.client_status.deleted': '{actor} tog bort klientstatusen {name}',

  'client_statuses.starting_planned': 'Planerat',
  'client_statuses.starting_planned_text': 'Det här står på vår lista; vi börjar snart.',
  'client_statuses.starting_on_hold': 'Pausat',
  'client_statuses.starting_on_hold_text': 'Vi kan inte gå vidare just nu.',
  'client_statuses.starting_in_progress': 'Pågår',
  'client_statuses.starting_in_progress_text': 'Vi arbetar med det.',
  'client_statuses.starting_in_review': 'Granskas',
  'client_statuses.starting_in_review_text': 'Arbetet är gjort; en kollega granskar det.',
  'client_statuses.starting_done': 'Klart',
  'client_statuses.starting_done_text': 'Allt är klart. Du behöver inte göra något mer.',

  'client_statuses.title': 'Klientstatusar',
  'client_statuses.about':
    'Det klienter får läsa om ett uppdrag i sin portal. Steg sätter en status med en automation, och du kan sätta den för hand på ett uppdrag. Klienter ser aldrig pipelines eller steg.',
  'client_statuses.add': 'Lägg till status',
  'client_statuses.edit': 'Redigera status',
  'client_statuses.name': 'Namn',
  'client_statuses.description': 'Beskrivning',
  'client_statuses.description_help': 'Uppdrag börjar med den här texten; på varje uppdrag kan den lyda annorlunda.',
  'client_statuses.order': 'Ordning',
  'client_statuses.none': 'Inga klientstatusar än',
  'client_statuses.none_text': 'En status som ”Pågår” besparar klienterna frågan hur långt ni har kommit.',
  'client_statuses.delete': 'Ta bort status',
  'client_statuses.delete_of': 'Ta bort {name}?',
  'client_statuses.delete_text':
    'Den kan inte längre väljas. Uppdrag som har den fortsätter att visa den tills den ändras där.',
  'client_statuses.deleted': '{name} togs bort',
  'client_statuses.used': 'Statusen kan inte tas bort så länge de här använder den.',
  'client_statuses.used_pipeline': 'Pipeline',
  'client_statuses.used_template': 'Mall',
  'client_statuses.new': 'Ny status',
  'client_statuses.one': 'Status för klienten',
  'client_statuses.none_found': 'Ingen status heter så',
}

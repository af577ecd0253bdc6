import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.client_status.created': '{actor} heeft de klantstatus {name} gemaakt',
  'event.client_status.changed': '{actor} heeft de klantstatus {name} gewijzigd',
  'event.client_status.reordered': '{actor} heeft de klantstatussen in een andere volgorde gezet: {names}',
  'event.client_status.deleted': '{actor} heeft de klantstatus {name} verwijderd',

  'client_statuses.starting_planned': 'Gepland',
  'client_statuses.starting_planned_text': 'Dit staat op onze lijst; we beginnen binnenkort.',
  'client_statuses.starting_on_hold': 'In de wacht',
  'client_statuses.starting_on_hold_text': 'We kunnen op dit moment niet verder.',
  'client_statuses.starting_in_progress': 'In behandeling',
  'client_statuses.starting_in_progress_text': 'We werken eraan.',
  'client_statuses.starting_in_review': 'In controle',
  'client_statuses.starting_in_review_text': 'Het werk is gedaan; een collega controleert het.',
  'client_statuses.starting_done': 'Klaar',
  'client_statuses.starting_done_text': 'Alles is klaar. U hoeft niets meer te doen.',

  'client_statuses.title': 'Klantstatussen',
  'client_statuses.about':
    'Wat klanten in hun portaal over een opdracht lezen. Fasen zetten een status door een automatisering, en u kunt die op een opdracht met de hand zetten. Klanten zien nooit pipelines of fasen.',
  'client_statuses.add': 'Status toevoegen',
  'client_statuses.edit': 'Status bewerken',
  'client_statuses.name': 'Naam',
  'client_statuses.description': 'Omschrijving',
  'client_statuses.description_help': 'Opdrachten beginnen met deze tekst; op elke opdracht kan die anders luiden.',
  'client_statuses.order': 'Volgorde',
  'client_statuses.none': 'Nog geen klantstatussen',
  'client_statuses.none_text': 'Een status zoals “In behandeling” bespaart klanten de vraag hoe ver u bent.',
  'client_statuses.delete': 'Status verwijderen',
  'client_statuses.delete_of': '{name} verwijderen?',
  'client_statuses.delete_text':
    'De status kan niet meer worden gekozen. Opdrachten die hem hebben, blijven hem tonen tot hij daar wordt gewijzigd.',
  'client_statuses.deleted': '{name} is verwijderd',
  'client_statuses.used': 'Deze status kan niet worden verwijderd zolang deze hem gebruiken.',
  'client_statuses.used_pipeline': 'Pipeline',
  'client_statuses.used_template': 'Sjabloon',
  'client_statuses.new': 'Nieuwe status',
  'client_statuses.one': 'Status voor de cliënt',
  'client_statuses.none_found': 'Geen status heet zo',
}

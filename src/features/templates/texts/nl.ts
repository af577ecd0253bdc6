import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.template.created':
    '{actor} heeft {kind, select, organizer {het vragenlijstsjabloon} task {het taaksjabloon} job {het opdrachtsjabloon} other {het e-mailsjabloon}} ‘{name}’ gemaakt',
  'event.template.deleted':
    '{actor} heeft {kind, select, organizer {het vragenlijstsjabloon} task {het taaksjabloon} job {het opdrachtsjabloon} other {het e-mailsjabloon}} ‘{name}’ verwijderd',
  'event.template.changed':
    '{actor} heeft {kind, select, organizer {het vragenlijstsjabloon} task {het taaksjabloon} job {het opdrachtsjabloon} other {het e-mailsjabloon}} ‘{name}’ gewijzigd (versie {version})',
  'templates.pipelines': 'Pipelines',
  'templates.organizers': 'Vragenlijsten',
  'templates.emails': 'E-mails',
  'templates.tasks': 'Taken',
  'templates.jobs': 'Opdrachten',
  'templates.new_job': 'Nieuw opdrachtsjabloon',
  'templates.empty_job': 'Met een opdrachtsjabloon beginnen nieuwe opdrachten',
  'templates.empty_job_text':
    'Zeg één keer hoe opdrachten heten, wie ze doet, tot wanneer en wat de cliënt ziet; kies het bij het toevoegen, of laat een pipeline het gebruiken.',
  'templates.search': 'Sjablonen zoeken',
  'templates.none_found': 'Geen sjabloon heet zo',
  'templates.name': 'Naam',
  'templates.version': 'Versie',
  'templates.changed': 'Gewijzigd',
  'templates.new_organizer': 'Nieuwe vragenlijst',
  'templates.new_email': 'Nieuwe e-mail',
  'templates.new_task': 'Nieuwe taak',
  'templates.empty_organizer': 'Een vragenlijst vraagt je klant om alles wat je nodig hebt',
  'templates.empty_organizer_text':
    'Bouw hem één keer; een fase stuurt hem naar elke klant van wie de opdracht daar aankomt.',
  'templates.empty_email': 'E-mailsjablonen zijn wat je fasen aan klanten zeggen',
  'templates.empty_email_text': 'Schrijf er één keer een; die gaat uit met de eigen namen en datums van elke klant.',
  'templates.empty_task': 'Een taaksjabloon is werk dat je team elke keer op dezelfde manier doet',
  'templates.empty_task_text':
    'Zeg wat er moet gebeuren, wie het doet en tot wanneer; een fase maakt de taak aan voor elke opdracht die daar aankomt.',
  'templates.delete_name': '‘{name}’ verwijderen',
  'templates.delete_title': '‘{name}’ verwijderen?',
  'templates.delete_text': 'Het is dan niet meer te kiezen. Wat er al mee is gemaakt, blijft zoals het is.',
  'templates.delete_confirm': 'Sjabloon verwijderen',
  'templates.deleted': '‘{name}’ is verwijderd',
  'templates.in_use': '‘{name}’ is in gebruik',
  'templates.in_use_text': 'Deze pipelines gebruiken het. Kies daar eerst een ander sjabloon.',
  'templates.in_use_others': '{count, plural, one {nog een die je niet ziet} other {nog # die je niet ziet}}',
}

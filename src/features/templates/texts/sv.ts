import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.template.created':
    '{actor} skapade {kind, select, organizer {frågeformulärsmallen} task {uppgiftsmallen} job {uppdragsmallen} other {e-postmallen}} ”{name}”',
  'event.template.deleted':
    '{actor} tog bort {kind, select, organizer {frågeformulärsmallen} task {uppgiftsmallen} job {uppdragsmallen} other {e-postmallen}} ”{name}”',
  'event.template.changed':
    '{actor} ändrade {kind, select, organizer {frågeformulärsmallen} task {uppgiftsmallen} job {uppdragsmallen} other {e-postmallen}} ”{name}” (version {version})',
  'templates.pipelines': 'Pipelines',
  'templates.organizers': 'Frågeformulär',
  'templates.emails': 'E-post',
  'templates.tasks': 'Uppgifter',
  'templates.jobs': 'Uppdrag',
  'templates.new_job': 'Ny uppdragsmall',
  'templates.empty_job': 'En uppdragsmall är det nya uppdrag börjar med',
  'templates.empty_job_text':
    'Säg en gång vad uppdragen heter, vem som gör dem, till när och vad klienten ser; välj mallen när du lägger till uppdrag, eller låt en pipeline använda den.',
  'templates.search': 'Sök mallar',
  'templates.none_found': 'Ingen mall heter så',
  'templates.name': 'Namn',
  'templates.version': 'Version',
  'templates.changed': 'Ändrad',
  'templates.new_organizer': 'Nytt frågeformulär',
  'templates.new_email': 'Nytt e-postmeddelande',
  'templates.new_task': 'Ny uppgift',
  'templates.empty_organizer': 'Ett frågeformulär ber klienten om allt du behöver',
  'templates.empty_organizer_text': 'Bygg det en gång; ett steg skickar det till varje klient vars uppdrag kommer dit.',
  'templates.empty_email': 'E-postmallar är det som dina steg säger till klienterna',
  'templates.empty_email_text': 'Skriv en gång; den går ut med varje klients egna namn och datum.',
  'templates.empty_task': 'En uppgiftsmall är arbete som teamet gör på samma sätt varje gång',
  'templates.empty_task_text':
    'Säg vad som ska göras, av vem och till när; ett steg skapar den för varje uppdrag som kommer dit.',
  'templates.delete_name': 'Ta bort ”{name}”',
  'templates.delete_title': 'Ta bort ”{name}”?',
  'templates.delete_text': 'Den går inte längre att välja. Det som redan har gjorts av den förblir som det är.',
  'templates.delete_confirm': 'Ta bort mallen',
  'templates.deleted': '”{name}” är borttagen',
  'templates.in_use': '”{name}” används',
  'templates.in_use_text': 'De här pipelinerna använder den. Välj en annan mall där först.',
  'templates.in_use_others': '{count, plural, one {en till som du inte ser} other {# till som du inte ser}}',
}

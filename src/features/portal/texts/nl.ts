import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'portal.waiting':
    '{count, plural, =0 {Er wacht niets op u} one {Er wacht één ding op u} other {Er wachten # dingen op u}}',
  'portal.nothing': 'We mailen u zodra we iets nodig hebben.',
  'portal.saved': 'Antwoord wanneer het u uitkomt; alles wordt meteen bewaard.',
  'portal.count': '{count, plural, =0 {Er wacht niets} one {Er wacht één ding} other {Er wachten # dingen}}',
  'portal.elsewhere':
    '{count, plural, one {In deze account wacht nog één ding} other {In deze account wachten nog # dingen}}',
  'portal.other_accounts': 'Uw andere accounts',
  'portal.answer': 'Beantwoord de vragen: {name}',
  'portal.answer_why': '{firm} kan verder zodra uw antwoorden binnen zijn.',
  'portal.asked_on': 'Gevraagd op {on}',
  'portal.progress': '{answered} van {total} beantwoord, bewaard {when}',
  'portal.not_begun': '{total, plural, one {Eén vraag} other {# vragen}}',
  'portal.today': 'vandaag {time}',
  'portal.yesterday': 'gisteren {time}',
  'portal.begin': 'Beginnen met de vragen',
  'portal.go_on': 'Verder met uw antwoorden',
  'portal.check': 'Controleren en versturen',
  'portal.done': 'Wat u hebt verstuurd',
  'portal.sent_on': 'Verstuurd op {on}',
  'portal.closed': 'Afgesloten, niet verstuurd',
  'portal.older': 'Oudere tonen',
  'portal.work': 'Lopend werk',
  'portal.work_updated': 'Bijgewerkt {when}',
  'portal.work_of_client': 'Wat de klant ziet',
  'portal.work_none': 'De klant ziet geen lopend werk.',
  'portal.contact': 'Vragen?',
  'portal.contact_text': 'Schrijf ons: {email}',
  'portal.contact_reply': 'Beantwoord gewoon een van onze mails.',
  'portal.still_waiting':
    '{count, plural, one {Er wacht nog één ding op u:} other {Er wachten nog # dingen op u. Het eerste:}}',
  'portal.title': 'Startpagina',
}

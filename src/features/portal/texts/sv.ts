import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'portal.waiting':
    '{count, plural, =0 {Inget väntar på dig} one {En sak väntar på dig} other {# saker väntar på dig}}',
  'portal.nothing': 'Vi mejlar dig så snart vi behöver något.',
  'portal.saved': 'Svara när det passar dig; allt sparas medan du skriver.',
  'portal.count': '{count, plural, =0 {Inget väntar} one {En sak väntar} other {# saker väntar}}',
  'portal.elsewhere':
    '{count, plural, one {En sak till väntar i det här kontot} other {# saker till väntar i det här kontot}}',
  'portal.other_accounts': 'Dina andra konton',
  'portal.answer': 'Besvara frågorna: {name}',
  'portal.answer_why': '{firm} kan gå vidare så snart dina svar har kommit in.',
  'portal.asked_on': 'Frågat {on}',
  'portal.progress': '{answered} av {total} besvarade, sparat {when}',
  'portal.not_begun': '{total, plural, one {En fråga} other {# frågor}}',
  'portal.today': 'i dag {time}',
  'portal.yesterday': 'i går {time}',
  'portal.begin': 'Börja med frågorna',
  'portal.go_on': 'Fortsätt med dina svar',
  'portal.check': 'Kontrollera och skicka',
  'portal.done': 'Det du har skickat',
  'portal.sent_on': 'Skickat {on}',
  'portal.closed': 'Stängt, inte skickat',
  'portal.older': 'Visa äldre',
  'portal.work': 'Pågående arbete',
  'portal.work_updated': 'Uppdaterat {when}',
  'portal.work_of_client': 'Vad klienten ser',
  'portal.work_none': 'Klienten ser inget pågående arbete.',
  'portal.contact': 'Frågor?',
  'portal.contact_text': 'Skriv till oss: {email}',
  'portal.contact_reply': 'Svara helt enkelt på ett av våra mejl.',
  'portal.still_waiting':
    '{count, plural, one {En sak väntar fortfarande på dig:} other {# saker väntar fortfarande på dig. Nästa:}}',
  'portal.title': 'Startsida',
}

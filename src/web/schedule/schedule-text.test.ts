import { expect, test } from 'vitest'
import type { CalendarDate } from '#kernel/dates.ts'
import type { Locale } from '#kernel/locale.ts'
import { describeSchedule } from '#kernel/recurrence/describe-schedule.ts'
import type { Schedule } from '#kernel/recurrence/schedule.ts'
import { speaker } from '#kernel/text.ts'
import { de } from '../texts/de.ts'
import { en } from '../texts/en.ts'
import { nl } from '../texts/nl.ts'
import { sv } from '../texts/sv.ts'

const speak = { en: speaker('en', en), nl: speaker('nl', nl), de: speaker('de', de), sv: speaker('sv', sv) }
const said = (locale: Locale, part: Partial<Schedule>) =>
  describeSchedule(
    {
      frequency: 'monthly',
      custom: null,
      weekdays: [],
      monthDay: null,
      startOn: '2026-01-31' as CalendarDate,
      endOn: null,
      ...part,
    },
    speak[locale],
    locale,
  )
const april = '2026-04-02' as CalendarDate

test.each<[string, Locale, Partial<Schedule>]>([
  ['Every month on the 31st (or the last day)', 'en', {}],
  ['Elke maand op de 31e (of de laatste dag)', 'nl', {}],
  ['Jeden Monat am 31. (oder am letzten Tag)', 'de', {}],
  ['Varje månad den 31:a (eller den sista dagen)', 'sv', {}],
  ['Every month on the 2nd', 'en', { monthDay: 2 }],
  ['Every quarter on the 23rd of the month', 'en', { frequency: 'quarterly', monthDay: 23 }],
  ['Every week on Saturday', 'en', { frequency: 'weekly' }],
  ['Every 2 weeks on Monday and Friday', 'en', { frequency: 'biweekly', weekdays: [5, 1] }],
  ['Elke 2 weken op maandag en vrijdag', 'nl', { frequency: 'biweekly', weekdays: [5, 1] }],
  ['Alle 2 Wochen am Montag und Freitag', 'de', { frequency: 'biweekly', weekdays: [5, 1] }],
  ['Varannan vecka på måndag och fredag', 'sv', { frequency: 'biweekly', weekdays: [5, 1] }],
  ['Every day', 'en', { frequency: 'daily' }],
  ['Every 10 days', 'en', { frequency: 'custom', custom: { unit: 'day', interval: 10 } }],
  ['Every year on the 2nd of April', 'en', { frequency: 'annually', startOn: april }],
  ['Elk jaar op 2 april', 'nl', { frequency: 'annually', startOn: april }],
  ['Jedes Jahr am 2. April', 'de', { frequency: 'annually', startOn: april }],
  ['Varje år den 2 april', 'sv', { frequency: 'annually', startOn: april }],
  ['Every year on the 31st of April (or its last day)', 'en', { frequency: 'annually', startOn: april, monthDay: 31 }],
  ['Every year on the 31st of January', 'en', { frequency: 'annually' }],
])('J-21, T-6: a schedule reads as a sentence: %s', (sentence, locale, part) => {
  expect(said(locale, part)).toBe(sentence)
})

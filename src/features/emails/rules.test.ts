import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '#kernel/dates.ts'
import type { Locale } from '#kernel/locale.ts'
import { findProblems } from '#kernel/shortcodes.ts'
import { EMAIL_CODES, type EmailFacts, emailProblems, emailRenderer, OFFERED_CODES } from './rules.ts'

const JANUARY = '2026-01-05' as CalendarDate

function facts(over: Partial<EmailFacts['contact']> = {}, accountName = 'Vermeer'): EmailFacts {
  const contact = { name: 'Sanne Vermeer', firstName: 'Sanne', lastName: 'Vermeer', phone: '', locale: 'en' as Locale }
  return { firmName: 'Hollis & Vane', accountName, jobName: 'Return 2025', contact: { ...contact, ...over } }
}

describe('D-7: a code that means nothing is refused where it stands', () => {
  test('an unknown one with its line, column and the nearest known name', () => {
    const text = { subject: 'Your [TAX_YEER] return', body: 'Dear [FIRST_NAME],\n\nabout [ACOUNT_NAME]' }
    expect(emailProblems(text)).toEqual([
      {
        path: 'subject',
        code: 'shortcode_unknown',
        params: { token: 'TAX_YEER', line: 1, column: 6, nearest: 'TAX_YEAR' },
      },
      {
        path: 'body',
        code: 'shortcode_unknown',
        params: { token: 'ACOUNT_NAME', line: 3, column: 7, nearest: 'ACCOUNT_NAME' },
      },
    ])
  })

  test('POR-8: the name of a pipeline never reaches a client', () => {
    expect(emailProblems({ subject: 'x', body: '[PIPELINE_NAME]' })).toMatchObject([{ code: 'shortcode_not_here' }])
  })

  test('plain brackets are text', () => {
    expect(emailProblems({ subject: 'x', body: 'See [the list below] and [1].' })).toEqual([])
  })

  test('every code that is offered is allowed', () => {
    expect(findProblems(OFFERED_CODES.map((code) => `[${code}]`).join(' '), EMAIL_CODES)).toEqual([])
  })
})

describe('SHC-4: rendered once, for one reader', () => {
  const render = emailRenderer(JANUARY)

  test.each([
    ['en', 'Year 2025, December'],
    ['nl', 'Year 2025, december'],
    ['de', 'Year 2025, Dezember'],
    ['sv', 'Year 2025, december'],
  ] as const)('dates are said in %s, the language of the reader', (locale, said) => {
    const { subject } = render({ subject: 'Year [TAX_YEAR], [LAST_MONTH_NAME]', body: '' }, facts({ locale }))
    expect(subject).toBe(said)
  })

  test('a code inside a name stays text, and a name stays on its line', () => {
    const { body } = render({ subject: '', body: 'For [ACCOUNT_NAME]!' }, facts({}, 'A [FIRST_NAME]\nB'))
    expect(body).toBe('For A [FIRST_NAME] B!')
  })

  test('FAIL-12: a code without value leaves nothing behind, and is listed', () => {
    const text = { subject: '[JOB_NAME]', body: 'Call [PHONE_NUMBER] in [CITY], [PHONE_NUMBER]' }
    expect(render(text, facts())).toEqual({
      subject: 'Return 2025',
      body: 'Call  in , ',
      empty: ['PHONE_NUMBER', 'CITY'],
    })
  })
})

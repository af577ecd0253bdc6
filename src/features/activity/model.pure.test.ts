import { describe, expect, test } from 'vitest'
import type { HistoryItem } from './contract.ts'
import { agentName, sentenceValues, storyOf, theirClock, utcClock } from './model.ts'

type Told = [id: string, type: string, by: 'member' | 'automation', cause?: string, at?: string]

function history(told: Told[]): HistoryItem[] {
  const items = told.map(([id, type, kind, cause, at = '2026-04-02T10:00:00Z']) => ({
    id,
    type,
    at,
    actor: { kind, id: null, name: kind },
    payload: {},
    cause: cause ? { id: cause, type: 'x', actor: { kind, id: null, name: '' }, payload: {} } : null,
  }))
  return items.toReversed() as unknown as HistoryItem[]
}

function outline(told: Told[]) {
  return storyOf(history(told), (at) => at.slice(0, 10)).map(({ day, lines }) => ({
    [day.slice(5)]: lines.map(({ item, followed }) => [item.id, ...followed.map(({ id }) => id)].join(' ')),
  }))
}

describe('AUD-3, B-4: a history told as a story', () => {
  test('what automations did stands under the move that asked for it, in order', () => {
    const told: Told[] = [
      ['submitted', 'organizer.submitted', 'member'],
      ['moved', 'job.moved', 'automation', 'submitted'],
      ['organizer', 'organizer.sent', 'automation', 'moved'],
      ['mail', 'email.sent', 'automation', 'moved'],
    ]
    expect(outline(told)).toEqual([{ '04-02': ['moved organizer mail', 'submitted'] }])
  })

  test('a chain of moves is a line each', () => {
    const told: Told[] = [
      ['created', 'job.created', 'member'],
      ['moved', 'job.moved', 'automation', 'created'],
      ['again', 'job.moved', 'automation', 'moved'],
    ]
    expect(outline(told)).toEqual([{ '04-02': ['again', 'moved', 'created'] }])
  })

  test('what follows from a follower stands under the same line; a cause further back leaves a line of its own', () => {
    const told: Told[] = [
      ['lost', 'mail.dropped', 'automation', 'not here'],
      ['moved', 'job.moved', 'automation'],
      ['mail', 'email.sent', 'automation', 'moved'],
      ['dropped', 'mail.dropped', 'automation', 'mail'],
    ]
    expect(outline(told)).toEqual([{ '04-02': ['moved mail dropped', 'lost'] }])
  })

  test('days part the story', () => {
    const told: Told[] = [
      ['a', 'job.renamed', 'member', undefined, '2026-04-01T10:00:00Z'],
      ['b', 'job.renamed', 'member'],
    ]
    expect(outline(told)).toEqual([{ '04-02': ['b'] }, { '04-01': ['a'] }])
  })
})

test('sentences are filled with texts, numbers, days as the reader writes them, and lists with their length', () => {
  const payload = {
    name: 'K-1',
    count: 2,
    on: true,
    to: ['A', 'B'],
    none: [],
    deep: { x: 1 },
    many: [{ y: 1 }],
    gone: null,
    dueOn: '2026-04-15',
    startOn: '–',
    file: '2026-04-15',
  }
  const sayer = { join: (items: string[]) => items.join(' + '), date: (on: string) => `the day ${on}` }
  expect(sentenceValues({ payload }, 'Mara', sayer)).toEqual({
    actor: 'Mara',
    name: 'K-1',
    count: 2,
    on: 'true',
    to: 'A + B',
    toCount: 2,
    none: '',
    noneCount: 0,
    manyCount: 1,
    dueOn: 'the day 2026-04-15',
    startOn: '–',
    file: '2026-04-15',
  })
})

describe('X-6: both clocks', () => {
  test.each([
    [120, '14:20 (+02:00)'],
    [-330, '06:50 (−05:30)'],
    [0, '12:20 (+00:00)'],
    [840, '02:20 (+14:00)'],
  ])('%i minutes east: %s', (offset, said) => {
    expect(theirClock('2026-04-02T12:20:05.123Z', offset)).toBe(said)
    expect(utcClock('2026-04-02T12:20:05.123Z')).toBe('2026-04-02 12:20:05')
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Safari/604', 'Safari, iOS'],
  ['curl/8.0', 'curl/8.0'],
])('%s is %s', (userAgent, said) => expect(agentName(userAgent)).toBe(said))

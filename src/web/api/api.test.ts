import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { requestOf, urlOf } from './call.ts'
import { hasPath, sortFields } from './form.ts'
import { queryKeyOf } from './hooks.ts'
import { gatherer, isTopic } from './live.ts'
import { problemFrom } from './problem.ts'

const endpoints = contract({
  list: {
    method: 'get',
    path: '/jobs',
    summary: 'Jobs',
    who: { staff: 'any' },
    query: z.object({ q: z.string().optional(), limit: z.number().optional() }),
    returns: z.object({}),
  },
  move: {
    method: 'post',
    path: '/jobs/{id}/moves',
    summary: 'Move a job',
    who: { staff: 'any' },
    params: z.object({ id: z.string() }),
    body: z.object({ stageId: z.string() }),
    returns: z.object({}),
  },
})

describe('a contract becomes a request', () => {
  test('params are escaped into the path, absent query values are left out', () => {
    expect(urlOf(endpoints.move, { params: { id: 'a/b' } })).toBe('/api/v1/jobs/a%2Fb/moves')
    expect(urlOf(endpoints.list, { query: { q: 'Müller & Co', limit: undefined } })).toBe(
      '/api/v1/jobs?q=M%C3%BCller+%26+Co',
    )
    expect(urlOf(endpoints.list, {})).toBe('/api/v1/jobs')
  })

  test('every POST carries an Idempotency-Key, a new one unless it is a repetition', () => {
    const key = () => requestOf(endpoints.move, { body: {} }, {}).headers['idempotency-key']
    expect(key()).toMatch(/^[0-9a-f-]{36}$/)
    expect(key()).not.toBe(key())
    expect(requestOf(endpoints.move, {}, { idempotencyKey: 'k' }).headers['idempotency-key']).toBe('k')
    expect(requestOf(endpoints.list, {}, {}).headers).not.toHaveProperty('idempotency-key')
  })

  test('the revision that was seen is sent as If-Match', () => {
    expect(requestOf(endpoints.move, { ifMatch: 7 }, {}).headers['if-match']).toBe('"7"')
  })

  test('answers are cached under the first path segment', () => {
    expect(queryKeyOf(endpoints.list, { query: { q: 'x' } })).toEqual(['jobs', 'get /jobs', { query: { q: 'x' } }])
  })
})

describe('an answer that is not 2xx becomes a problem', () => {
  test('our refusals keep code, fields, detail and request id', () => {
    const body = { code: 'stale', fields: [], detail: { revision: 3 }, requestId: 'r1' }
    expect(problemFrom(409, JSON.stringify(body))).toMatchObject(body)
  })

  test.each([
    [502, '<html>bad gateway</html>', 'unavailable'],
    [413, '', 'too_large'],
    [404, 'null', 'bug'],
    [422, '{"code":"newer_than_this_page"}', 'bug'],
  ])('%d with %s is %s', (status, body, code) => {
    expect(problemFrom(status, body).code).toBe(code)
  })
})

describe('refused fields find their place in the form', () => {
  const values = { name: '', stages: [{ name: 'Prepare' }] }

  test.each([
    ['name', true],
    ['stages.0.name', true],
    ['stages.1.name', false],
    ['name.first', false],
    ['', false],
  ])('the form has %s: %s', (path, has) => {
    expect(hasPath(values, path)).toBe(has)
  })

  test('what the form does not have is left for the note', () => {
    const fields = [
      { path: 'title', code: 'required' },
      { path: 'secret', code: 'invalid_value' },
    ]
    const pathOf = (path: string) => (path === 'title' ? 'name' : path)
    const { placed, left } = sortFields(fields, pathOf, (path) => hasPath(values, path))
    expect(placed).toEqual([{ path: 'name', code: 'required' }])
    expect(left).toEqual([{ path: 'secret', code: 'invalid_value' }])
  })
})

describe('live changes', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test.each([
    ['jobs', 'job', true],
    ['bulk-acts', 'bulk_act', true],
    ['activities', 'activity', true],
    ['client-statuses', 'client_status', true],
    ['team-members', 'member', true],
    ['members', 'member', true],
    ['jobs', 'account', false],
  ])('queries of %s hear of %s: %s', (segment, topic, heard) => {
    expect(isTopic(segment, topic)).toBe(heard)
  })

  test('the first change is passed on at once, the rest once a second', () => {
    const passed: (string[] | 'all')[] = []
    const gather = gatherer((topics) => passed.push(topics))
    gather.add(['job'])
    gather.add(['job', 'account'])
    gather.add(['tag'])
    expect(passed).toEqual([['job']])
    vi.advanceTimersByTime(1000)
    expect(passed).toEqual([['job'], ['job', 'account', 'tag']])
    vi.advanceTimersByTime(5000)
    gather.addAll()
    expect(passed).toEqual([['job'], ['job', 'account', 'tag'], 'all'])
  })
})

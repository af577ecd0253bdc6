import { beforeAll, describe, expect, it } from 'vitest'
import type { Endpoint } from '#kernel/contract.ts'
import { REFUSALS } from '#kernel/refusal.ts'
import { openApiDocument } from '#platform/http/openapi.ts'
import { slices } from '../src/slices.ts'
import { catalogue } from '../src/texts.ts'
import { type Caller, stranger } from './support/firm.ts'
import { endpoints, type Sample, samples } from './support/samples/index.ts'
import { makeWorld, type World } from './support/world.ts'

let world: World
let nobody: Caller
beforeAll(async () => {
  world = await makeWorld()
  nobody = await stranger()
})

const callerOf = (sample: Sample) =>
  sample.as === 'client' ? world.client : sample.as === 'stranger' ? nobody : world.firm.owner

describe('every route', () => {
  it('has a row in test/support/samples, and every row a route', () => {
    expect(endpoints.map(([name]) => name).sort()).toEqual(Object.keys(samples).sort())
  })

  it.each(endpoints)('%s answers its sample as its contract says', async (name, endpoint) => {
    const sample = await samples[name]!(world)
    const answered = await callerOf(sample).send(endpoint, sample.sent)
    expect([answered.status, sample.expects ? null : answered.problem?.fields]).toEqual([
      sample.expects ?? endpoint.status ?? 200,
      answered.status < 400 ? answered.problem?.fields : null,
    ])
    if (answered.status >= 400 || endpoint.format === 'bytes' || answered.status === 204) return
    const parsed = endpoint.returns.safeParse(answered.body)
    expect(parsed.error?.issues ?? []).toEqual([])
    expect(Object.keys(parsed.data as object).sort()).toEqual(Object.keys(answered.body as object).sort())
    if (endpoint.revision) expect(answered.headers.get('etag')).toMatch(/^"\d+"$/)
  })

  const withParams = endpoints.filter(
    ([name, endpoint]) => endpoint.params && idParams(endpoint).length > 0 && name !== '',
  )
  it.each(withParams)('%s answers 404 to an id that is none', async (name, endpoint) => {
    const sample = await samples[name]!(world)
    for (const param of idParams(endpoint)) {
      for (const value of ['not-an-id', '0', "'; drop table jobs; --", '00000000-0000-4000-8000-000000000000']) {
        const params = { ...sample.sent?.params, [param]: encodeURIComponent(value) }
        const answered = await callerOf(sample).send(endpoint, { ...sample.sent, params })
        expect([param, value, answered.status, answered.problem?.code]).toEqual([param, value, 404, 'not_found'])
      }
    }
  })

  const withBody = endpoints.filter(([, endpoint]) => endpoint.body)
  it.each(withBody)('%s refuses a body of the wrong shape, by field, and never with a 500', async (name, endpoint) => {
    const sample = await samples[name]!(world)
    const who = callerOf(sample)
    for (const body of [[], 'text', 7, { unknownField: 1 }, null]) {
      const answered = await who.send(endpoint, { ...sample.sent, body })
      expect([JSON.stringify(body), answered.status]).toEqual([JSON.stringify(body), 422])
      expect(answered.problem.fields.length).toBeGreaterThan(0)
    }
  })

  const revised = endpoints.filter(([, endpoint]) => endpoint.revision === 'required')
  it.each(revised)('%s asks for If-Match, and gives the loser the current state', async (name, endpoint) => {
    const sample = await samples[name]!(world)
    const { headers: _, ...rest } = sample.sent!
    expect((await world.firm.owner.send(endpoint, rest)).problem.code).toBe('precondition_required')
    const late = await world.firm.owner.send(endpoint, { ...rest, headers: { 'if-match': '"999999"' } })
    expect([late.status, late.problem.code]).toEqual([409, 'stale'])
    expect(late.problem.detail['current']).toBeTypeOf('object')
  })
})

describe('input that lies', () => {
  it('broken JSON, a huge body, a body that is cut, control characters', async () => {
    const path = '/api/v1/tags'
    const send = (body: string, headers: Record<string, string> = {}) =>
      world.firm.system.app.request(path, {
        method: 'POST',
        body,
        headers: { cookie: world.firm.owner.cookie, ...headers },
      })
    expect((await send('{"name": ')).status).toBe(400)
    expect((await send('x'.repeat(3 * 1024 * 1024))).status).toBe(413)
    expect((await send(JSON.stringify({ name: 'a\u0000b', color: 'red' }))).status).toBe(422)
    expect((await send('{"name":"\\ud800","color":"red"}')).status).toBe(422)
    expect((await send('')).status).toBe(422)
  })

  it('a change that comes from another site is refused whatever the cookie says', async () => {
    const request = (site: string) =>
      world.firm.system.app.request('/api/v1/tags', {
        method: 'POST',
        body: JSON.stringify({ name: `From ${site}`, color: 'red' }),
        headers: { cookie: world.firm.owner.cookie, 'sec-fetch-site': site },
      })
    expect((await request('cross-site')).status).toBe(403)
    expect((await request('same-site')).status).toBe(403)
    expect((await request('same-origin')).status).toBe(201)
  })

  it('the same Idempotency-Key has one effect and one answer; with another body it is refused', async () => {
    const [name, endpoint] = endpoints.find(([it]) => it === 'tags.createTag')!
    const { sent } = await samples[name]!(world)
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const both = await Promise.all([1, 2].map(() => world.firm.owner.send(endpoint, { ...sent, headers })))
    expect(both.map((it) => it.status)).toEqual([201, 201])
    expect(both[0]!.body).toEqual(both[1]!.body)
    const other = await world.firm.owner.send(endpoint, { body: { name: 'Other', color: 'red' }, headers })
    expect(other.problem.code).toBe('idempotency_mismatch')
  })
})

describe('the OpenAPI document', () => {
  const document = openApiDocument(Object.fromEntries(slices.map((it) => [it.name, it.contract]))) as {
    openapi: string
    paths: Record<
      string,
      Record<string, { operationId: string; responses: object; parameters: { in: string; name: string }[] }>
    >
  }

  it('is what the server serves, and equals the router', async () => {
    const response = await world.firm.system.app.request('/api/v1/openapi.json')
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(document)))
    const listed = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(listed.sort()).toEqual(endpoints.map(([, it]) => `${it.method} ${it.path}`).sort())
  })

  it('is OpenAPI 3.1: every operation named once, every path parameter described, every answer and refusal there', () => {
    expect(document.openapi).toBe('3.1.0')
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.values(methods).map((it) => ({ path, ...it })),
    )
    expect(new Set(operations.map((it) => it.operationId)).size).toBe(operations.length)
    for (const { path, parameters, responses } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      expect(
        parameters
          .filter((it) => it.in === 'path')
          .map((it) => it.name)
          .sort(),
      ).toEqual(inPath.sort())
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['404', '422']))
    }
  })
})

it('every refusal has its sentence in every language', () => {
  for (const texts of Object.values(catalogue)) {
    for (const code of Object.keys(REFUSALS)) expect(texts).toHaveProperty([`refusal.${code}`])
  }
})

function idParams(endpoint: Endpoint): string[] {
  return Object.entries(endpoint.params?.shape ?? {}).flatMap(([name, schema]) =>
    schema.safeParse('00000000-0000-4000-8000-000000000000').success && !schema.safeParse('x').success ? name : [],
  )
}

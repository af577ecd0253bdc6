import { z } from 'zod'
import type { Contract, Endpoint } from '#kernel/contract.ts'
import { REFUSALS, type RefusalCode } from '#kernel/refusal.ts'

const ALWAYS: RefusalCode[] = ['invalid', 'malformed', 'not_found', 'not_signed_in']

/** The OpenAPI 3.1 document of the contracts; they are the only source, so the two cannot drift apart. */
export function openApiDocument(contracts: Readonly<Record<string, Contract>>): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const [slice, contract] of Object.entries(contracts)) {
    for (const [name, endpoint] of Object.entries(contract)) {
      paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(slice, name, endpoint) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Throughline', version: '1', description: 'Everything the web app does goes through this API.' },
    servers: [{ url: '/api/v1' }],
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'throughline.session_token' } },
      schemas: { Problem: PROBLEM },
    },
    paths,
  }
}

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'fields', 'detail', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(REFUSALS) },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, params: { type: 'object' } },
      },
    },
    detail: { type: 'object' },
    requestId: { type: 'string' },
  },
}

function operation(slice: string, name: string, endpoint: Endpoint): object {
  const status = String(endpoint.status ?? 200)
  return {
    operationId: `${slice}.${name}`,
    tags: [slice],
    summary: endpoint.summary,
    'x-who': endpoint.who,
    ...('anyone' in endpoint.who ? { security: [] } : { security: [{ session: [] }] }),
    parameters: [...fromObject('path', endpoint.params), ...fromObject('query', endpoint.query), ...headers(endpoint)],
    ...requestBody(endpoint),
    responses: { [status]: answer(endpoint), ...refusals(endpoint) },
  }
}

function fromObject(place: 'path' | 'query', object: z.ZodObject | undefined): object[] {
  return Object.entries(object?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !(schema as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(schema as z.ZodType, 'input'),
  }))
}

function headers(endpoint: Endpoint): object[] {
  const list: object[] = []
  const mayReplay = endpoint.method === 'post' && endpoint.format !== 'bytes'
  if (mayReplay && !('anyone' in endpoint.who)) list.push(header('Idempotency-Key', false))
  if (endpoint.revision === 'required') list.push(header('If-Match', true))
  return list
}

function header(name: string, required: boolean): object {
  return { name, in: 'header', required, schema: { type: 'string' } }
}

function requestBody(endpoint: Endpoint): object {
  const bytes = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  if (endpoint.format === 'upload') return { requestBody: { required: true, content: bytes } }
  if (!endpoint.body) return {}
  const example = endpoint.example?.body === undefined ? {} : { example: endpoint.example.body }
  const content = { 'application/json': { schema: jsonSchema(endpoint.body, 'input'), ...example } }
  return { requestBody: { required: true, content } }
}

function answer(endpoint: Endpoint): object {
  if (endpoint.status === 204) return { description: 'Done' }
  const content =
    endpoint.format === 'bytes'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: jsonSchema(endpoint.returns, 'output') } }
  return { description: 'Done', content }
}

function refusals(endpoint: Endpoint): object {
  const byStatus = Map.groupBy(new Set([...ALWAYS, ...(endpoint.refusals ?? [])]), (code) => String(REFUSALS[code]))
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content }]),
  )
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' })
  return rest
}

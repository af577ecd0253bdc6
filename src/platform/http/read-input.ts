import type { Context } from 'hono'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Origin } from '../db/tables.ts'
import { fieldProblems } from './problem.ts'

const LARGEST_BODY = 2 * 1024 * 1024

export type Input = {
  params: unknown
  query: unknown
  body: unknown
  rawBody: string
  fileName: string
  ifMatch: number | null
}

/** Reads and validates what a call brings. Params that are no ids name nothing (404); the rest is 422 with paths. */
export async function readInput(context: Context, endpoint: Endpoint): Promise<Input> {
  const params = endpoint.params?.safeParse(context.req.param())
  if (params && !params.success) throw new Refusal('not_found')
  const query = parse(endpoint.query, context.req.query())
  const isUpload = endpoint.format === 'upload'
  const rawBody = endpoint.body && !isUpload ? await readText(context) : ''
  const body = parse(endpoint.body, rawBody === '' ? undefined : parseJson(rawBody))
  const fileName = isUpload ? readFileName(context) : ''
  return {
    params: params?.data ?? {},
    query: query ?? {},
    body,
    rawBody,
    fileName,
    ifMatch: readIfMatch(context, endpoint),
  }
}

export function readOrigin(context: Context): Origin {
  const offset = Number(context.req.header('x-client-offset'))
  return {
    ip:
      (context.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
        ?.remoteAddress ?? null,
    userAgent: context.req.header('user-agent')?.slice(0, 400) ?? null,
    requestId: newId(),
    offsetMinutes: Number.isInteger(offset) && Math.abs(offset) <= 900 ? offset : null,
  }
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value, { reportInput: true })
  if (!result.success) throw new Refusal('invalid', fieldProblems(result.error))
  return result.data
}

async function readText(context: Context): Promise<string> {
  const announced = Number(context.req.header('content-length') ?? 0)
  if (announced > LARGEST_BODY) throw new Refusal('too_large', [], { maximumBytes: LARGEST_BODY })
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of context.req.raw.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > LARGEST_BODY) throw new Refusal('too_large', [], { maximumBytes: LARGEST_BODY })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('malformed')
  }
  if (text.includes('\\u0000')) throw invalid('', 'unreadable_text')
  return value
}

function readFileName(context: Context): string {
  const name = (context.req.query('name') ?? '').trim()
  if (name === '' || name.length > 255)
    throw invalid('name', name === '' ? 'required' : 'too_big_text', { maximum: 255 })
  return name.replaceAll(/[\p{Cc}/\\]/gu, '_')
}

function readIfMatch(context: Context, endpoint: Endpoint): number | null {
  const match = /^"(\d+)"$/.exec(context.req.header('if-match') ?? '')
  if (!match && endpoint.revision === 'required') throw new Refusal('precondition_required')
  return match ? Number(match[1]) : null
}

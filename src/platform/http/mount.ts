import type { Context, Hono } from 'hono'
import type { SignedIn } from '#kernel/actor.ts'
import type { Contract, Endpoint } from '#kernel/contract.ts'
import { Refusal } from '#kernel/refusal.ts'
import { inFirm, type Tx, type TxSource } from '../db/tx.ts'
import { NO_FILE, type StoredFile } from '../files/files.ts'
import type { Log } from '../log/log.ts'
import { letIn } from './admission.ts'
import type { Call, FileAnswer } from './call.ts'
import { claimKey, fingerprintOf, keepAnswer } from './idempotency.ts'
import { isGoneMeanwhile, mayRunAgain, problemOf, refusalOf } from './problem.ts'
import { readInput, readOrigin } from './read-input.ts'

export const API = '/api/v1'
const TRIES = 3

export type AnyRoute = (...args: never[]) => Promise<unknown>
export type MountDeps = {
  source: TxSource
  /** who calls: from the session cookie alone; null where nobody is signed in */
  resolveActor(headers: Headers): Promise<SignedIn | null>
}

type AnyCall = Call<Endpoint>
type Answered = { status: number; answer: unknown }

/** Puts every endpoint of a contract on the router: admission, validation, transaction, answer, refusals. */
export function mount(app: Hono, contract: Contract, routes: Record<string, AnyRoute>, deps: MountDeps): void {
  for (const [name, endpoint] of Object.entries(contract)) {
    const path = API + endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')
    const route = routes[name] as (...args: unknown[]) => Promise<unknown>
    app.on(endpoint.method.toUpperCase(), path, (context) => answer(context, endpoint, route, deps))
  }
}

async function answer(
  context: Context,
  endpoint: Endpoint,
  route: (...args: unknown[]) => Promise<unknown>,
  deps: MountDeps,
): Promise<Response> {
  const origin = readOrigin(context)
  const { files, log } = deps.source.server
  let file: StoredFile = NO_FILE
  try {
    const actor = letIn(endpoint, await deps.resolveActor(context.req.raw.headers), context.req.raw)
    const input = await readInput(context, endpoint)
    if (endpoint.format === 'upload') file = await files.receive(context.req.raw.body, input.fileName)
    const call = {
      ...input,
      actor,
      origin,
      headers: context.req.raw.headers,
      answerHeader: (header: string, value: string) => context.header(header, value, { append: true }),
      file,
      source: deps.source,
    } as unknown as AnyCall
    if ('anyone' in endpoint.who)
      return reply(context, endpoint, { status: endpoint.status ?? 200, answer: await route(call) })
    return reply(context, endpoint, await inTransaction(endpoint, route, call, actor!, input.rawBody, deps))
  } catch (error) {
    if (file !== NO_FILE) await files.discard(file.key)
    return refuse(context, error, origin.requestId, log)
  }
}

/** Runs the route in one transaction. After a deadlock, or where something was deleted meanwhile, it runs again. */
async function inTransaction(
  endpoint: Endpoint,
  route: (...args: unknown[]) => Promise<unknown>,
  call: AnyCall,
  actor: SignedIn,
  rawBody: string,
  deps: MountDeps,
): Promise<Answered> {
  const mayReplay = endpoint.method === 'post' && endpoint.format !== 'bytes'
  const key = mayReplay ? call.headers.get('idempotency-key') : null
  if (key !== null && (key.length === 0 || key.length > 200)) throw new Refusal('malformed')
  const status = endpoint.status ?? 200
  const once = async (tx: Tx): Promise<Answered> => {
    if (key === null) return { status, answer: await route(tx, call) }
    const path = endpoint.path + JSON.stringify([call.params, call.query])
    const replay = await claimKey(tx, actor, key, fingerprintOf(endpoint.method, path, rawBody))
    if (replay) return replay
    const value = await route(tx, call)
    await keepAnswer(tx, actor, key, status, value)
    return { status, answer: value }
  }
  const options = { origin: call.origin, readOnly: endpoint.method === 'get' }
  for (let attempt = 1; ; attempt++) {
    try {
      return await inFirm(deps.source, actor, once, options)
    } catch (error) {
      if (attempt === TRIES || !(mayRunAgain(error) || isGoneMeanwhile(error))) throw error
    }
  }
}

function reply(context: Context, endpoint: Endpoint, { status, answer }: Answered): Response {
  if (endpoint.format === 'bytes') return replyWithFile(context, answer as FileAnswer)
  if (status === 204) return context.body(null, 204)
  const revision = (answer as { revision?: number } | null)?.revision
  if (endpoint.revision && revision !== undefined) context.header('etag', `"${revision}"`)
  context.header('cache-control', 'no-store')
  return context.json(answer as object, status as 200)
}

function replyWithFile(context: Context, file: FileAnswer): Response {
  const fallback = file.name.replaceAll(/[^\w.-]/g, '_')
  context.header('content-type', file.mediaType)
  context.header('content-length', String(file.bytes))
  context.header(
    'content-disposition',
    `attachment; filename="${fallback}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  )
  context.header('cache-control', 'no-store')
  return context.body(file.stream)
}

export function refuse(context: Context, error: unknown, requestId: string, log: Log): Response {
  const refusal = refusalOf(error)
  if (refusal.code === 'bug')
    log.error({ err: error, requestId, path: context.req.path }, 'a request failed unforeseen')
  context.header('content-type', 'application/problem+json')
  context.header('cache-control', 'no-store')
  return context.body(JSON.stringify(problemOf(refusal, requestId)), refusal.status as 400)
}

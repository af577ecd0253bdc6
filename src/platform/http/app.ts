import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { streamSSE } from 'hono/streaming'
import { Refusal } from '#kernel/refusal.ts'
import type { Change, Live } from '../live/live.ts'
import type { Slice } from '../slices/slice.ts'
import { API, type MountDeps, mount, refuse } from './mount.ts'
import { openApiDocument } from './openapi.ts'
import { readOrigin } from './read-input.ts'

export type AppDeps = MountDeps & {
  slices: readonly Slice[]
  live: Live
  /** the built web app; null where only the API is served (tests of slices) */
  webFolder: string | null
  /** true once the database answers and everything is started */
  ready(): Promise<boolean>
  secureCookies: boolean
}

/** The whole HTTP side of one process: API, live stream, health, and the web app's files. */
export function makeApp(deps: AppDeps): Hono {
  const app = new Hono()
  if (deps.webFolder) serveAssets(app, deps.webFolder)
  app.use(compress()) // whatever was not compressed when it was built; never a live stream
  app.use(sandboxDownloads)
  app.use(secured(deps.secureCookies))
  app.get('/healthz', (context) => context.json({ ok: true }))
  app.get('/readyz', async (context) => {
    const ready = await deps.ready().catch(() => false)
    return context.json({ ready }, ready ? 200 : 503)
  })
  let document: object | undefined // made when somebody asks: it takes as long as all the rest of a start
  app.get(`${API}/openapi.json`, (context) => {
    document ??= openApiDocument(Object.fromEntries(deps.slices.map((it) => [it.name, it.contract])))
    return context.json(document)
  })
  app.get(`${API}/live`, (context) => stream(context, deps))
  for (const { contract, routes } of deps.slices) mount(app, contract, routes, deps)
  app.all('/api/*', (context) =>
    refuse(context, new Refusal('not_found'), readOrigin(context).requestId, deps.source.server.log),
  )
  if (deps.webFolder) serveWeb(app, deps.webFolder)
  app.onError((error, context) => refuse(context, error, readOrigin(context).requestId, deps.source.server.log))
  return app
}

/** A file that somebody uploaded may do nothing at all, wherever it is opened; said last, so that it stands. */
const sandboxDownloads: MiddlewareHandler = async (context, next) => {
  await next()
  if (context.res.headers.has('content-disposition'))
    context.header('content-security-policy', "default-src 'none'; sandbox")
}

/**
 * A page is told all that keeps others out of it; an answer of the API, of which a board asks for a dozen, no more than
 * what matters for something that is never shown as a page.
 */
function secured(strictTransportSecurity: boolean): MiddlewareHandler {
  const shared = { strictTransportSecurity, referrerPolicy: 'no-referrer' } as const
  const page = secureHeaders({ ...shared, contentSecurityPolicy: CONTENT_SECURITY })
  const answer = secureHeaders({ ...shared, ...OF_PAGES_ONLY, contentSecurityPolicy: NOTHING })
  return (context, next) => (context.req.path.startsWith(API) ? answer : page)(context, next)
}

const NOTHING = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] }
const OF_PAGES_ONLY = {
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const

/** Scripts and styles only from ourselves; pictures of an upload before it is sent are blobs. */
const CONTENT_SECURITY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** Tells a signed-in team member what changed in the firm, as it commits; clients ask again by themselves. */
async function stream(context: Parameters<typeof streamSSE>[0], deps: AppDeps): Promise<Response> {
  const actor = await deps.resolveActor(context.req.raw.headers)
  if (actor?.kind !== 'member' || actor.secondFactorMissing)
    return refuse(context, new Refusal('not_signed_in'), readOrigin(context).requestId, deps.source.server.log)
  return streamSSE(context, async (sse) => {
    const waiting: Change[] = []
    let wake = () => {}
    const stop = deps.live.listen(actor.firmId, missedSince(context.req.query('age'), deps), (changes) => {
      waiting.push(...changes)
      wake()
    })
    sse.onAbort(() => {
      stop()
      wake()
    })
    while (!sse.aborted) {
      if (waiting.length > 0) await sse.writeSSE({ event: 'changes', data: JSON.stringify(waiting.splice(0)) })
      else await sse.writeSSE({ event: 'alive', data: '' })
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 25_000)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
        if (waiting.length > 0) wake()
      })
    }
    stop()
  })
}

/** Whoever listens has looked for so many milliseconds already, and a little longer: asking took its time as well. */
function missedSince(age: string | undefined, { source }: AppDeps): Date {
  const looked = Math.min(Math.max(Number(age) || 0, 0), LONGEST_LOOK)
  return new Date(source.now().getTime() - looked - ASKING)
}

const LONGEST_LOOK = 300_000
const ASKING = 5000

/** Hashed files, for ever. Some forty of them make a page, so that they say no more than they must. */
function serveAssets(app: Hono, folder: string): void {
  app.use('/assets/*', async (context, next) => {
    await next()
    if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable')
    context.header('x-content-type-options', 'nosniff')
    context.header('cross-origin-resource-policy', 'same-origin')
  })
  app.use('/assets/*', serveStatic({ root: folder, index: 'none', precompressed: true }))
}

/** Every other path is the page, which routes by itself. */
function serveWeb(app: Hono, folder: string): void {
  app.use('/*', serveStatic({ root: folder, index: 'none', precompressed: true }))
  app.get('/*', async (context) => {
    context.header('cache-control', 'no-cache')
    return context.html(await readFile(join(folder, 'index.html'), 'utf8'))
  })
}

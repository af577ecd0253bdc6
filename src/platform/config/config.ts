import { resolve } from 'node:path'
import { z } from 'zod'

/** What the machine's owner decided, parsed once at start; nothing else reads the environment. */
export type Config = {
  /** a PostgreSQL server; without it the embedded one serves from the data folder */
  databaseUrl: string | undefined
  host: string
  /** 0 lets the system choose */
  port: number
  /** absolute: the embedded database, uploaded files, keys */
  dataDir: string
  /** without it mail waits in the outbox */
  smtpUrl: string | undefined
  /** what links in mails begin with; no slash at the end */
  publicUrl: string
  /** whether an empty, local database gets the demo firm (D-18) */
  demo: boolean
  /** signs sessions and links; without it one is made and kept in the database (D-19) */
  secret: string | undefined
  /** 32 bytes that encrypt sensitive fields; without it a file in the data folder holds them (D-19) */
  key: Buffer | undefined
  /** where uploaded files go; without it the data folder */
  filesUrl: string | undefined
}

/** A setting that cannot be used. The message is one sentence that names the variable, and never repeats its value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Parses the environment; an empty variable counts as one that is not there. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!
    throw new ConfigError(`${String(issue.path[0])} ${issue.message}.`)
  }
  const settings = parsed.data
  return {
    databaseUrl: settings.DATABASE_URL,
    host: settings.HOST,
    port: settings.PORT,
    dataDir: resolve(settings.DATA_DIR),
    smtpUrl: settings.SMTP_URL,
    publicUrl: (settings.PUBLIC_URL ?? localUrl(settings.HOST, settings.PORT)).replace(/\/+$/, ''),
    demo: settings.THROUGHLINE_DEMO === 'on',
    secret: settings.THROUGHLINE_SECRET,
    key: settings.THROUGHLINE_KEY,
    filesUrl: settings.FILES_URL,
  }
}

/** What was chosen, for the log at start: no secret, no password. */
export function describeConfig(config: Config): Record<string, string> {
  return {
    database: config.databaseUrl ? withoutCredentials(config.databaseUrl) : 'embedded',
    dataDir: config.dataDir,
    files: config.filesUrl ? withoutCredentials(config.filesUrl) : 'data folder',
    mail: config.smtpUrl ? withoutCredentials(config.smtpUrl) : 'kept in the outbox',
    publicUrl: config.publicUrl,
    demo: config.demo ? 'on' : 'off',
  }
}

const environment = z.object({
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address, like 127.0.0.1')
    .default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number from 0 to 65535')
    .default(3000),
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: url('smtp', 'smtps').optional(),
  PUBLIC_URL: url('http', 'https').optional(),
  THROUGHLINE_DEMO: z.enum(['on', 'off'], "must be 'on' or 'off'").default('on'),
  THROUGHLINE_SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  THROUGHLINE_KEY: z.string().transform(thirtyTwoBytes).optional(),
  FILES_URL: url('file', 's3').optional(),
})

function url(...schemes: string[]) {
  const wanted = schemes.map((scheme) => `${scheme}://`).join(' or ')
  return z
    .string()
    .refine((text) => schemes.some((scheme) => text.startsWith(`${scheme}://`)), `must start with ${wanted}`)
}

function thirtyTwoBytes(text: string, context: z.RefinementCtx): Buffer {
  const bytes = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64')
  if (bytes.length !== 32) {
    context.addIssue({ code: 'custom', message: 'must be 32 bytes, written as base64 or as 64 hexadecimal digits' })
  }
  return bytes
}

function localUrl(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}

/** The scheme, host and path of a URL; what stands before an `@` and after a `?` may be a password. */
function withoutCredentials(text: string): string {
  return text.replace(/\?.*$/s, '').replace(/^([a-z0-9]+:\/\/).*@/is, '$1')
}

import pg from 'pg'
import { ConfigError } from '../config/config.ts'

/** What PostgreSQL we need at least, as its server_version_num says it. */
const OLDEST = 150_000
const PATIENCE_MS = 15_000

/**
 * Connects as the tables' owner, does the work, and disconnects. What a person must mend, such as a wrong password or a
 * missing right, comes back as a ConfigError: one sentence that says what to do, without any part of the address.
 */
export async function asOwner<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  let client: pg.Client | undefined
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MS })
    client.on('error', () => {}) // a connection that broke: the query under way reports it
    await client.connect()
    await refuseOld(client)
    return await work(client)
  } catch (error) {
    const sentence = sentenceOf(error as Error)
    throw sentence ? new ConfigError(`DATABASE_URL ${sentence}`, { cause: error }) : error
  } finally {
    await client?.end().catch(() => undefined) // one that never came about cannot be ended
  }
}

async function refuseOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; said: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as said`,
  )
  const { version, said } = rows[0]!
  if (version < OLDEST) throw new ConfigError(`DATABASE_URL leads to PostgreSQL ${said}: 15 or newer is needed.`)
}

/** What a person can do about it, to be read after the name of the setting; undefined for troubles of another kind. */
export function sentenceOf(error: Error & { code?: unknown; errors?: Error[] }): string | undefined {
  const known = SENTENCES.find(([codes]) => codes.includes(String(error.code)))
  if (known) return known[1]
  if (error.message.startsWith('SASL')) return REFUSED
  if (error.message.includes('does not support SSL')) return 'asks for TLS, which its server does not speak.'
  if (error.message === 'timeout expired' || error.message.includes('connection timeout')) return NOBODY
  const inside = error.errors?.[0] ?? error.cause
  return inside instanceof Error ? sentenceOf(inside) : undefined
}

const NOBODY = 'leads nowhere: nothing answers at its host and port; start PostgreSQL there or correct them.'
const REFUSED = 'has a user and password that its server refuses: correct them.'

const SENTENCES: [codes: string[], sentence: string][] = [
  [['ECONNREFUSED', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ECONNRESET'], NOBODY],
  [['ENOTFOUND', 'EAI_AGAIN'], 'has a host that nobody knows: correct it.'],
  [['ERR_INVALID_URL'], 'must look like postgresql://user:password@host:5432/database.'],
  [['28P01'], REFUSED],
  [['28000'], 'has a server that does not let its user in: create that user, or allow it in pg_hba.conf.'],
  [['3D000'], 'names a database that does not exist: create it with createdb, or name another.'],
  [['53300'], 'has a server without a connection left: raise its max_connections, or end other programs.'],
  [['57P03'], 'has a server that is starting or stopping: try again in a moment.'],
  [
    ['42501'],
    'has a user without the rights that the first start of a version needs: make it the owner of the database and ' +
      'give it CREATEROLE (alter role … createrole).',
  ],
]

import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { PreparingClient } from './preparing-client.ts'
import type { Tables } from './tables.ts'

/**
 * The three database roles (architecture, *Data*): `owner` migrates; `app` carries out every request and command and
 * sees one firm at a time; `maintenance` sees all firms, for `bin/verify`, seeds and the sweeps that find due work.
 */
export type DatabaseRole = 'owner' | 'app' | 'maintenance'

export const ROLE_NAMES = { app: 'throughline_app', maintenance: 'throughline_maintenance' } as const

export type Database = Kysely<Tables>

const DATE_OID = 1082
const BIGINT_OID = 20
pg.types.setTypeParser(DATE_OID, (text) => text)
pg.types.setTypeParser(BIGINT_OID, Number)

/**
 * A firm's rows are always found by an index. Without this, plans made while a table was small (those of foreign keys
 * are kept for a connection's life) read the whole of it, and grow with it: a bulk act then costs the square.
 */
const FIRM_BY_INDEX = ' -c enable_seqscan=off -c random_page_cost=1.1'

/**
 * A pool of connections that act in one role. The role is fixed at connection: RESET ROLE returns to it. What
 * maintenance asks is prepared: every request asks it whose session it has. What the app asks is, where its
 * transaction says so.
 */
export function openPool(url: string, role: DatabaseRole, size: number, searchPath = 'public'): pg.Pool {
  const asRole = role === 'owner' ? '' : ` -c role=${ROLE_NAMES[role]}`
  const planning = role === 'app' ? FIRM_BY_INDEX : ''
  const pool = new pg.Pool({
    Client: PreparingClient as unknown as new () => pg.ClientBase,
    ...{ prepares: role === 'maintenance' },
    connectionString: url,
    max: size,
    options: `-c search_path=${searchPath} -c TimeZone=UTC${asRole}${planning}`,
    idleTimeoutMillis: 30_000,
    application_name: `throughline ${role}`,
  })
  pool.on('error', () => {}) // an idle connection that broke is replaced at the next query, which reports trouble
  return pool
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

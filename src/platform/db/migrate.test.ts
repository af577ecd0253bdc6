import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, freshDatabase, inDatabase } from '../../../test/support/databases.ts'
import { databaseUrl } from '../../../test/support/system.ts'
import { outboxKinds } from '../../slices.ts'
import { ConfigError } from '../config/config.ts'
import { migrate } from './migrate.ts'

let url: string
/** Another process on the same database. */
let running: pg.Client

beforeAll(async () => {
  url = await freshDatabase(databaseUrl())
})
afterAll(() => asOwner(databaseUrl(), `drop database ${nameOf(url)} with (force)`))

describe('a start beside a running process', () => {
  beforeAll(async () => {
    running = new pg.Client({ connectionString: url })
    await running.connect()
  })
  afterEach(() => running.query('rollback'))
  afterAll(() => running.end())

  it('changes nothing and waits for nobody where nothing differs', async () => {
    await running.query('begin')
    const { rows } = await running.query<{ name: string }>(`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'auth', 'pgboss')`)
    expect(rows.length).toBeGreaterThan(50)
    for (const { name } of rows) await running.query(`lock table only ${name} in row exclusive mode`)
    const before = await catalogue()
    expect(await migrate(url, outboxKinds)).toEqual([])
    expect(await catalogue()).toEqual(before)
  })

  it('puts back what somebody took away, also on a table that is in use, without standing in the way', async () => {
    const before = await protection()
    await asOwner(url, 'drop policy one_firm on tags')
    await asOwner(url, 'alter policy one_firm on tasks using (true)')
    await asOwner(url, 'alter policy all_firms on jobs to public')
    await asOwner(url, 'alter table accounts no force row level security')
    await asOwner(url, 'alter table contacts disable row level security')
    await asOwner(url, 'revoke insert on visits from throughline_app')
    await asOwner(url, 'grant delete on migrations to throughline_app')
    await running.query('begin')
    await running.query('select from tags')
    const started = migrate(url, outboxKinds)
    await until(async () => (await waiting()) > 0)
    await running.query('select from accounts, contacts, jobs, tags, tasks limit 1')
    await running.query('commit')
    await started
    expect(await protection()).toEqual(before)
  })
})

describe('a DATABASE_URL that cannot be used says in a sentence what to do', () => {
  it.each([
    ['no server', (it: string) => withHost(it, '/tmp/nobody-listens-here'), 'nothing answers'],
    ['no such database', (it: string) => inDatabase(it, 'no_such_database'), 'database that does not exist'],
    ['no such role', (it: string) => withRole(it, 'nobody_at_all'), 'does not let its user in'],
  ])('%s', async (_, spoil, sentence) => {
    await expect(migrate(spoil(databaseUrl()), outboxKinds)).rejects.toThrow(sentence)
    await expect(migrate(spoil(databaseUrl()), outboxKinds)).rejects.toBeInstanceOf(ConfigError)
  })

  it('a role without the right to make roles, or none in this database', async () => {
    const role = `plain_${nameOf(url)}`
    await asOwner(url, `create role ${role} login`)
    try {
      const refused = migrate(withRole(url, role), outboxKinds)
      await expect(refused).rejects.toThrow('CREATEROLE')
      await expect(refused).rejects.toBeInstanceOf(ConfigError)
    } finally {
      await asOwner(url, `drop role ${role}`)
    }
  })
})

/** Every row version of the catalogue that a change of tables, policies, rights or queues would renew. */
async function catalogue(): Promise<unknown> {
  const parts = ['pg_class', 'pg_policy', 'pg_namespace', 'pg_proc', 'pgboss.version', 'pgboss.queue']
  const counted = parts.map(
    (part) => `select '${part}' as part, array_agg(xmin::text order by xmin::text) as versions
    from ${part}`,
  )
  return (await running.query(counted.join(' union all '))).rows
}

async function protection(): Promise<unknown[]> {
  const { rows } = await running.query(`
    select c.relname, c.relrowsecurity, c.relforcerowsecurity, role, wanted, has_table_privilege(role, c.oid, wanted),
      (select array_agg(concat_ws(' ', policyname, roles, cmd, qual, with_check) order by policyname)
       from pg_policies where schemaname = 'public' and tablename = c.relname) as policies
    from pg_class c, unnest(array['throughline_app', 'throughline_maintenance']) role,
      unnest(array['select', 'insert', 'update', 'delete']) wanted
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1, 4, 5`)
  return rows
}

async function waiting(): Promise<number> {
  const { rowCount } = await running.query(`select from pg_locks where relation = 'tags'::regclass and not granted`)
  return rowCount ?? 0
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve))
}

function nameOf(address: string): string {
  return /^\w+:\/\/[^/]*\/([^?]*)/.exec(address)![1]!
}

function withRole(address: string, role: string): string {
  return address.replace(/^(\w+:\/\/)[^@]*@/, `$1${role}@`)
}

function withHost(address: string, folder: string): string {
  return address.replace(/^(\w+:\/\/[^@]*@)[^/]*(\/[^?]*).*$/, `$1$2?host=${folder}`)
}

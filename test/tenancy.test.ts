import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { openPool } from '#platform/db/connect.ts'
import { GLOBAL_TABLES } from '#platform/db/protect.ts'
import type { Tx } from '#platform/db/tx.ts'
import { freshFirm } from './support/firm.ts'
import { databaseUrl } from './support/system.ts'

let owner: pg.Client
let app: pg.Pool

beforeAll(async () => {
  owner = new pg.Client({ connectionString: databaseUrl() })
  await owner.connect()
  app = openPool(databaseUrl(), 'app', 2)
  await freshFirm()
})
afterAll(async () => {
  await owner.end()
  await app.end()
})

describe('tenancy', () => {
  it('every table carries firm_id first in its key, under forced row-level security, save those listed with a reason', async () => {
    const { rows } = await owner.query<{ name: string; first: string | null; forced: boolean; enabled: boolean }>(`
      select c.relname as name, c.relforcerowsecurity as forced, c.relrowsecurity as enabled,
        (select a.attname from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
         where k.conrelid = c.oid and k.contype = 'p') as first
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`)
    const wrong = rows.filter(
      (it) => !(it.name in GLOBAL_TABLES) && !(it.first === 'firm_id' && it.forced && it.enabled),
    )
    expect(wrong).toEqual([])
    expect(rows.length).toBeGreaterThan(30)
  })

  it('every reference between firm tables carries firm_id, so that one across firms cannot be stored', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select k.conname as name from pg_constraint k
        join pg_class c on c.oid = k.conrelid and c.relnamespace = 'public'::regnamespace
      where k.contype = 'f' and not exists (
        select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = any(k.conkey) and a.attname = 'firm_id')`)
    expect(rows).toEqual([])
  })

  it('no command role owns a table, is a superuser, or bypasses row-level security', async () => {
    const { rows } = await owner.query(`
      select rolname from pg_roles r where rolname like 'throughline_%' and (rolsuper or rolbypassrls or rolcreaterole
        or exists (select from pg_class c where c.relowner = r.oid))`)
    expect(rows).toEqual([])
  })

  it.each([
    ['missing', null],
    ['empty', ''],
    ['malformed', 'not-a-firm'],
    ['another case', 'ALL'],
    ['a condition', "' or true --"],
    ['a list', '00000000-0000-0000-0000-000000000000,00000000-0000-0000-0000-000000000001'],
    ['unknown', '00000000-0000-4000-8000-000000000000'],
  ])('as the app role with the firm setting %s, no table gives a row', async (_, setting) => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and not relname = any($1)`,
      [Object.keys(GLOBAL_TABLES)],
    )
    const client = await app.connect()
    try {
      if (setting !== null) await client.query("select set_config('app.firm_id', $1, false)", [setting])
      for (const { name } of tables) {
        const { rows } = await client.query(`select count(*)::int as count from ${name}`)
        expect([name, rows[0].count]).toEqual([name, 0])
      }
    } finally {
      client.release(true)
    }
  })

  it('the firm that a setting names is the same as by the strict pattern, whatever the setting is like', async () => {
    const firm = 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d'
    const replaced = Array.from(firm, (_, at) =>
      ['-', 'g', 'F', '7', ' ', '\n', 'é', '%'].map((it) => withAt(firm, at, it)),
    )
    const cut = Array.from(firm, (_, at) => [firm.slice(0, at), firm.slice(at), firm.slice(0, at) + firm.slice(at + 1)])
    const strange = ['', ' ', `${firm}\n`, `\n${firm}`, ` ${firm}`, `{${firm}}`, `${firm},${firm}`, firm.toUpperCase()]
    const plain = [
      firm.replaceAll('-', ''),
      '_'.repeat(36),
      '-'.repeat(36),
      '________-____-____-____-____________',
      '%',
    ]
    const { rows } = await owner.query<{ setting: string; now: string | null; strictly: string | null }>(
      `select setting, app_firm_id() as now,
         case when setting ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then setting end as strictly
       from unnest($1::text[]) setting, set_config('app.firm_id', setting, false)`,
      [[firm, ...replaced.flat(), ...cut.flat(), ...strange, ...plain]],
    )
    expect(rows.filter((row) => row.now !== row.strictly)).toEqual([])
    expect(rows.filter((row) => row.strictly !== null).length).toBeGreaterThan(1)
    expect(rows.filter((row) => row.strictly === null).length).toBeGreaterThan(200)
    await owner.query('reset app.firm_id')
    expect((await owner.query('select app_firm_id() as now')).rows).toEqual([{ now: null }])
  })

  it('as the app role in one firm, a row of another cannot be written', async () => {
    const [one, other] = [await freshFirm(), await freshFirm()]
    const client = await app.connect()
    try {
      await client.query("select set_config('app.firm_id', $1, false)", [one.firmId])
      const insert = `insert into tags (firm_id, id, name, color, created_at) values ($1, gen_random_uuid(), 'x', 'red', now())`
      await expect(client.query(insert, [other.firmId])).rejects.toThrow('row-level security')
      const { rows } = await client.query('select firm_id from firms')
      expect(rows).toEqual([{ firm_id: one.firmId }])
    } finally {
      client.release(true)
    }
  })

  it('what a bulk act is carried out on belongs to an act of its own firm, and both stay', async () => {
    const [firm, other] = [await freshFirm(), await freshFirm()]
    const id = newId()
    await firm.run(({ db, firmId }) =>
      sql`insert into bulk_acts (firm_id, id, kind, params, total, created_at)
        values (${firmId}, ${id}, 'add_jobs', '{}', 1, now())`.execute(db),
    )
    const add = ({ db, firmId }: Tx) =>
      sql`insert into bulk_items (firm_id, bulk_id, ordinal, subject_id) values (${firmId}, ${id}, 1, ${id})`.execute(
        db,
      )
    await expect(other.run(add)).rejects.toMatchObject({ code: '23503' })
    await firm.run(add)
    const renamed = { bulk_id: newId() }
    await expect(firm.run((tx) => tx.db.updateTable('bulk_items').set(renamed).execute())).rejects.toThrow('keep')
    await expect(firm.run((tx) => tx.db.deleteFrom('bulk_acts').execute())).rejects.toThrow('keep')
  })

  it('what happened cannot be changed or taken back, not even in its own firm', async () => {
    const firm = await freshFirm()
    await firm.run(async (tx) => {
      tx.record({
        type: 'bulk_act.started',
        subject: { kind: 'bulk_act', id: firm.firmId },
        payload: { kind: 'add_jobs', total: 1 },
      })
    })
    await expect(firm.run((tx) => tx.db.updateTable('events').set({ type: 'x' }).execute())).rejects.toThrow(
      'append-only',
    )
    await expect(firm.run((tx) => tx.db.deleteFrom('events').execute())).rejects.toThrow('append-only')
  })

  it('what a published version of a pipeline or template says cannot be changed or taken back, not even by the owner', async () => {
    for (const table of ['pipeline_versions', 'template_versions']) {
      await expect(owner.query(`update ${table} set version = version`)).rejects.toThrow('append-only')
      await expect(owner.query(`delete from ${table}`)).rejects.toThrow('append-only')
      await expect(app.query(`truncate ${table} cascade`)).rejects.toThrow('permission denied')
    }
  })
})

const withAt = (text: string, at: number, it: string) => text.slice(0, at) + it + text.slice(at + 1)

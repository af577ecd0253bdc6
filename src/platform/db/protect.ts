import type pg from 'pg'
import { ROLE_NAMES } from './connect.ts'

/**
 * Tables that hold no firm's rows, each with its reason; every other table carries firm_id under forced row-level
 * security. Kept by test/tenancy.test.ts.
 */
export const GLOBAL_TABLES: Readonly<Record<string, string>> = {
  migrations: 'which migration files were run',
  server_settings: 'settings of the server itself, such as its secret',
}

/** Schemas of libraries and of logins, which are global: a login can belong to several firms. */
export const GLOBAL_SCHEMAS = ['auth', 'pgboss'] as const

/** Makes roles, grants and tenancy what they must be. Run after every migration; running it again changes nothing. */
export async function protectTables(client: pg.Client): Promise<void> {
  await client.query('begin')
  for (const role of Object.values(ROLE_NAMES)) {
    await client.query(`do $$ begin
      if not exists (select 1 from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    end $$`)
    await client.query(`grant ${role} to current_user`)
    await client.query(`grant usage on schema public to ${role}`)
    await client.query(`grant select, insert, update, delete on all tables in schema public to ${role}`)
    await client.query(`grant usage on all sequences in schema public to ${role}`)
    for (const schema of GLOBAL_SCHEMAS) await grantSchema(client, schema, role)
  }
  await client.query(`revoke insert, update, delete on migrations from ${Object.values(ROLE_NAMES).join(', ')}`)
  for (const table of await firmTables(client)) {
    await client.query(`alter table ${table} enable row level security`)
    await client.query(`alter table ${table} force row level security`)
    await client.query(`drop policy if exists one_firm on ${table}`)
    await client.query(`create policy one_firm on ${table} to ${ROLE_NAMES.app}
      using (firm_id = (select app_firm_id())) with check (firm_id = (select app_firm_id()))`)
    await client.query(`drop policy if exists all_firms on ${table}`)
    await client.query(
      `create policy all_firms on ${table} to ${ROLE_NAMES.maintenance} using (true) with check (true)`,
    )
  }
  await client.query('commit')
}

async function grantSchema(client: pg.Client, schema: string, role: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema])
  if (rowCount === 0) return
  await client.query(`grant usage on schema ${schema} to ${role}`)
  await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`)
  await client.query(`grant usage on all sequences in schema ${schema} to ${role}`)
  await client.query(`grant execute on all functions in schema ${schema} to ${role}`)
}

async function firmTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
     and not c.relname = any($1) order by 1`,
    [Object.keys(GLOBAL_TABLES)],
  )
  return rows.map((row) => row.name)
}

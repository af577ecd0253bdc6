import type pg from 'pg'
import { ROLE_NAMES } from './connect.ts'
import { grantRights, makeRoles } from './grant.ts'
import { patiently } from './patient.ts'

/**
 * Tables that hold no firm's rows, each with its reason; every other table carries firm_id under forced row-level
 * security. Kept by test/tenancy.test.ts.
 */
export const GLOBAL_TABLES: Readonly<Record<string, string>> = {
  migrations: 'which migration files were run',
  server_settings: 'settings of the server itself, such as its secret',
}

/** Each table's policies, and the rule of each as PostgreSQL writes it down. */
const POLICIES = [
  { name: 'one_firm', role: ROLE_NAMES.app, rule: '(firm_id = ( SELECT app_firm_id() AS app_firm_id))' },
  { name: 'all_firms', role: ROLE_NAMES.maintenance, rule: 'true' },
]

/**
 * Makes roles, tenancy and grants what they must be, after every migration. Looks first: where nothing differs it takes
 * no lock, since other processes may be at work on these tables. A new table gets its policies before anybody's rights.
 */
export async function protectTables(client: pg.Client): Promise<void> {
  await makeRoles(client)
  for (const table of await unprotectedTables(client)) await patiently(client, () => protectTable(client, table))
  await grantRights(client)
}

async function unprotectedTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relname = any($1)
       and (not (c.relrowsecurity and c.relforcerowsecurity) or exists (
         select from jsonb_to_recordset($2::jsonb) as wanted(name text, role text, rule text) where not exists (
           select from pg_policy p where p.polrelid = c.oid and p.polname = wanted.name
             and p.polcmd = '*' and p.polpermissive and p.polroles = array[wanted.role::regrole::oid]
             and pg_get_expr(p.polqual, p.polrelid) = wanted.rule
             and pg_get_expr(p.polwithcheck, p.polrelid) = wanted.rule)))
     order by 1`,
    [Object.keys(GLOBAL_TABLES), JSON.stringify(POLICIES)],
  )
  return rows.map((row) => row.name)
}

async function protectTable(client: pg.Client, table: string): Promise<void> {
  await client.query(`alter table ${table} enable row level security`)
  await client.query(`alter table ${table} force row level security`)
  for (const { name, role, rule } of POLICIES) {
    await client.query(`drop policy if exists ${name} on ${table}`)
    await client.query(`create policy ${name} on ${table} to ${role} using (${rule}) with check (${rule})`)
  }
}

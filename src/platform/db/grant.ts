import type pg from 'pg'
import { ROLE_NAMES } from './connect.ts'

/** Schemas of libraries and of logins, which are global: a login can belong to several firms. */
const GLOBAL_SCHEMAS = ['auth', 'pgboss']
const ROLES = Object.values(ROLE_NAMES)

/** The roles belong to the whole server, so that another database's start may have made them in the meantime. */
export async function makeRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; made: boolean }>(
    `select name, to_regrole(name) is not null as made from unnest($1::text[]) name`,
    [ROLES],
  )
  for (const { name, made } of rows) if (!made) await client.query(CREATE.replaceAll('%ROLE%', name))
  for (const role of await strangeRoles(client)) await client.query(`grant ${role} to current_user`)
}

const CREATE = `do $$ begin
  create role %ROLE% nologin;
exception when duplicate_object or unique_violation then null;
end $$`

/** Roles that the owner may not act as: since PostgreSQL 16 whoever made one may give it away, but not wear it. */
async function strangeRoles(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) name where not pg_has_role(name,
       case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end)`,
    [ROLES],
  )
  return rows.map((row) => row.name)
}

/** Gives both roles what they lack, and nobody the right to change which migrations were run. */
export async function grantRights(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(MISSING, [ROLES, ['public', ...GLOBAL_SCHEMAS]])
  for (const { statement } of rows) await client.query(statement)
}

/** One statement per right that a role lacks or should not have. Functions are everybody's unless somebody took them. */
const MISSING = `
  with role as (select unnest($1::text[]) as role),
    schema as (select oid, quote_ident(nspname) as schema from pg_namespace where nspname = any($2)),
    object as (
      select c.oid, c.relkind, format('%s.%I', schema, c.relname) as name,
        case when c.oid = to_regclass('public.migrations') then '{select}'::text[]
          else '{select,insert,update,delete}' end as rights
      from pg_class c join schema on schema.oid = c.relnamespace)
  select format('grant usage on schema %s to %I', schema, role) as statement from schema, role
    where not has_schema_privilege(role, schema.oid, 'usage')
  union all
  select format('grant %s on %s to %I', array_to_string(rights, ', '), name, role) from object, role
    where relkind in ('r', 'p', 'v', 'm', 'f')
      and exists (select from unnest(rights) lacked where not has_table_privilege(role, oid, lacked))
  union all
  select format('revoke insert, update, delete on %s from %I', name, role) from object, role
    where rights = '{select}' and has_table_privilege(role, oid, 'insert, update, delete')
  union all
  select format('grant usage on sequence %s to %I', name, role) from object, role
    where relkind = 'S' and not has_sequence_privilege(role, oid, 'usage')
  union all
  select format('grant execute on function %s to %I', p.oid::regprocedure, role)
    from pg_proc p join schema on schema.oid = p.pronamespace, role
    where p.prokind in ('f', 'w') and not has_function_privilege(role, p.oid, 'execute')`

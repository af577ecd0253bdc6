import type pg from 'pg'

/** The database's structure as text, written from the catalogue: tables, keys, indexes, policies, triggers. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const tables = await client.query<{ schema: string; name: string; secured: boolean }>(
    `select n.nspname as schema, c.relname as name, c.relforcerowsecurity as secured
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1, 2`,
  )
  const parts = ['-- Written by bin/migrate from the catalogue, for review in diffs. Do not edit.']
  for (const table of tables.rows) parts.push(await describeTable(client, table))
  return `${parts.join('\n\n')}\n`
}

async function describeTable(
  client: pg.Client,
  { schema, name, secured }: { schema: string; name: string; secured: boolean },
): Promise<string> {
  const oid = `${schema}.${name}`
  const columns = await client.query<{ line: string }>(
    `select format('  %s %s%s%s', attname, format_type(atttypid, atttypmod),
       case when attnotnull then ' not null' else '' end,
       case when attidentity <> '' then ' generated always as identity'
            else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end) as line
     from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [oid],
  )
  const constraints = await client.query<{ line: string }>(
    `select format('  %s', pg_get_constraintdef(oid)) as line from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'u', 'f', 'c') order by contype, conname`,
    [oid],
  )
  const rest = await client.query<{ line: string }>(
    `select pg_get_indexdef(indexrelid) || ';' as line from pg_index
       where indrelid = $1::regclass and not exists (select 1 from pg_constraint where conindid = indexrelid)
     union all select pg_get_triggerdef(oid) || ';' from pg_trigger where tgrelid = $1::regclass and not tgisinternal
     order by 1`,
    [oid],
  )
  const body = [...columns.rows, ...constraints.rows].map((row) => row.line).join(',\n')
  const security = secured ? [`-- row-level security is forced on ${oid}`] : []
  return [`create table ${oid} (\n${body}\n);`, ...rest.rows.map((row) => row.line), ...security].join('\n')
}

import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, it } from 'vitest'
import { describeSchema } from '#platform/db/schema-dump.ts'
import { databaseUrl } from './support/system.ts'

it('schema.sql says what the migrations make; bin/migrate writes it anew', async () => {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  const described = await describeSchema(client)
  await client.end()
  expect(described).toBe(await readFile(new URL('../schema.sql', import.meta.url), 'utf8'))
})

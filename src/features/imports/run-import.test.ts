import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { inFirm } from '#platform/db/tx.ts'
import { csvOf, importCsv, mapImport, problemsOf, uploadCsv } from '../../../test/support/csv.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { databaseUrl } from '../../../test/support/system.ts'
import { type ImportId, importsContract } from './contract.ts'
import { type Run, runImport } from './run-import.ts'

describe('an import that is carried out', () => {
  test('killed half-way it goes on behind its last chunk, and nothing is there twice', async () => {
    const firm = await freshFirm()
    const { id } = await started(firm, csvOf(600))
    await runImport(asWorker(firm), { importId: id, causeId: null }, { mostChunks: 2, mostMs: 60_000 })
    const half = await firm.owner.call(importsContract.getImport, { params: { id } })
    expect(half.state).toBe('running')
    expect(half.doneRows).toBeGreaterThanOrEqual(100)
    expect(half.doneRows).toBeLessThan(600)
    expect(half.counts.accountsCreated).toBe(half.doneRows)
    await firm.drain()
    const done = await firm.owner.call(importsContract.getImport, { params: { id } })
    expect(done).toMatchObject({ state: 'finished', doneRows: 600, counts: { accountsCreated: 600, rowsUnchanged: 0 } })
    expect(await accountCount(firm)).toBe(600)
  })

  test('two processes at one import: together they do each row once', async () => {
    const firm = await freshFirm()
    const { id } = await started(firm, csvOf(400))
    const key = { importId: id, causeId: null }
    await Promise.all([runImport(asWorker(firm), key), runImport(asWorker(firm), key)])
    await firm.drain()
    const done = await firm.owner.call(importsContract.getImport, { params: { id } })
    expect(done).toMatchObject({ state: 'finished', doneRows: 400, counts: { accountsCreated: 400 } })
    expect(await accountCount(firm)).toBe(400)
  })

  test('two imports of the same clients at once make each client once', async () => {
    const firm = await freshFirm()
    const [a, b] = [await started(firm, csvOf(300)), await started(firm, csvOf(300))]
    await Promise.all([a, b].map(({ id }) => runImport(asWorker(firm), { importId: id, causeId: null })))
    expect(await accountCount(firm)).toBe(300)
  })

  test('what takes too long for one entry is left as a further one', async () => {
    const firm = await freshFirm()
    const { id } = await started(firm, csvOf(120))
    const isOver = await runImport(asWorker(firm), { importId: id, causeId: null }, { mostChunks: 1, mostMs: 60_000 })
    expect(isOver).toBe(false)
  })

  test('its file is gone: it ends as failed and says so', async () => {
    const firm = await freshFirm()
    const { id } = await started(firm, csvOf(3))
    await firm.run(async (tx) => {
      const { storage_key: key } = await tx.db.selectFrom('imports').select('storage_key').executeTakeFirstOrThrow()
      await tx.server.files.discard(key)
    })
    await firm.drain()
    expect((await firm.owner.call(importsContract.getImport, { params: { id } })).state).toBe('failed')
  })
})

describe('FAIL-15: a row that the database refuses', () => {
  const poison = `Poisoned ${newId()}`
  const client = new pg.Client({ connectionString: databaseUrl() })

  afterAll(() => client.end())

  test('is passed over with the id of its error, and its neighbours are imported', async () => {
    await client.connect()
    await client.query(`
      create function refuse_poison() returns trigger language plpgsql as $$
        begin if new.name like 'Poisoned%' then raise exception 'poisoned'; end if; return new; end $$;
      create trigger refuse_poison before insert on accounts for each row execute function refuse_poison()`)
    const firm = await freshFirm()
    const cells = (n: number) => [n === 70 ? poison : `Client ${n}`, 'A', 'B', `c${n}@x.nl`, `${n}`]
    const done = await importCsv(firm, csvOf(90, cells))
    await client.query('drop trigger refuse_poison on accounts; drop function refuse_poison')
    expect(done).toMatchObject({ state: 'finished', doneRows: 90, counts: { accountsCreated: 89, rowsRefused: 1 } })
    expect(await problemsOf(firm.owner, done.id)).toEqual(['71 row row_failed'])
  })
})

test('IMP-5: 10,000 rows are imported, and imported again without a change', async () => {
  const firm = await freshFirm()
  const file = csvOf(10_000)
  const imported = async () => {
    const { counts, dryRun } = await importCsv(firm, file)
    expect(dryRun.counts).toEqual(counts)
    return counts
  }
  expect(await imported()).toMatchObject({ accountsCreated: 10_000, contactsCreated: 10_000, rowsRefused: 0 })
  expect(await imported()).toMatchObject({ accountsCreated: 0, accountsUpdated: 0, rowsUnchanged: 10_000 })
}, 120_000)

async function started(firm: TestFirm, content: string) {
  const { id } = await uploadCsv(firm.owner, content)
  await mapImport(firm.owner, id)
  await firm.owner.call(importsContract.startImport, { params: { id } })
  return { id: id as ImportId }
}

function asWorker(firm: TestFirm): Run {
  return (work) => inFirm(firm.system.source, { kind: 'system', firmId: firm.firmId, name: 'system' }, work)
}

async function accountCount(firm: TestFirm): Promise<number> {
  const { n } = await firm.run((tx) =>
    tx.db
      .selectFrom('accounts')
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow(),
  )
  return Number(n)
}

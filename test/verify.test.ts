import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBroken } from '../src/verify.ts'
import { freshDatabase } from './support/databases.ts'
import { firmIn, signInClient, type TestFirm } from './support/firm-in.ts'
import { answer, newTemplate, sendTo } from './support/organizer.ts'
import { newAccount } from './support/pipeline.ts'
import { databaseUrl, systemOn } from './support/system.ts'

let firm: TestFirm

beforeAll(async () => {
  firm = await firmIn(await systemOn(await freshDatabase(databaseUrl()), () => new Date()))
})
afterAll(() => firm.system.close())

/** What bin/verify says after a change that no command makes; the change is taken back. */
async function brokenBy(change: string): Promise<string[]> {
  let found: string[] = []
  const seen = new Error('seen')
  const done = firm.system.maintenance.transaction().execute(async (db) => {
    await sql.raw(change).execute(db)
    found = (await findBroken(db)).map(({ invariant }) => invariant)
    throw seen
  })
  await expect(done).rejects.toBe(seen)
  return found
}

describe('bin/verify', () => {
  it('ORG-57: recounts the answers of every organizer, as its conditions let them count', async () => {
    const email = `sanne-${firm.slug}@example.com`
    const id = await sendTo(firm, await newTemplate(firm), await newAccount(firm, 'Vermeer', { email }))
    await answer(await signInClient(firm, email), id, { name: 'Sanne', kids: true, child: 'Fien' })
    expect(await brokenBy('select')).toEqual([])
    const counted = 'organizers count the answers they have (ORG-57)'
    expect(await brokenBy('update organizers set answered = answered + 1')).toEqual([counted])
    expect(await brokenBy('update organizers set questions = questions - 1')).toEqual([counted])
    expect(await brokenBy(`delete from organizer_answers where question_id = 'kids'`)).toEqual([counted])
  })
})

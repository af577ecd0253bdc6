import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBroken } from '../src/verify.ts'
import { freshDatabase } from './support/databases.ts'
import { firmIn, signInClient, type TestFirm } from './support/firm-in.ts'
import { answer, newTemplate, sendTo } from './support/organizer.ts'
import { addJobs, asks, newAccount, newOrganizerTemplate, newTaskTemplate, publish } from './support/pipeline.ts'
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

  it('B-4: follows everything that automations made back to a first cause', async () => {
    const automations = [
      asks.organizer(await newOrganizerTemplate(firm, 'Questions')),
      asks.task(await newTaskTemplate(firm, 'Check')),
    ]
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automations }])
    await addJobs(firm, pipeline, [await newAccount(firm, 'Delgado', { email: `rosa-${firm.slug}@example.com` })])
    expect(await brokenBy('select')).toEqual([])
    expect(await brokenBy(`update outbox_entries set cause_id = null where kind = 'mail'`)).toEqual([
      'a mail about a client names the event that it follows from (B-4)',
    ])
    const another = `insert into tasks (firm_id, id, account_id, name, created_by, created_at)
      select firm_id, gen_random_uuid(), account_id, name, created_by, created_at from tasks`
    expect(await brokenBy(another)).toEqual(['what an automation made is told by an event with a cause (B-4)'])
    const circle = `insert into events (firm_id, id, type, at, actor_kind, actor_name, cause_id, subject_kind, subject_id, payload)
      select firm_id, id, 'tag.created', now(), 'automation', 'automation', id, 'tag', id, '{}'
      from (select firm_id, gen_random_uuid() as id from firms) fresh`
    expect(await brokenBy(circle)).toEqual([
      'a cause stands before what follows from it, so that every chain has a first one (B-4)',
    ])
  })
})

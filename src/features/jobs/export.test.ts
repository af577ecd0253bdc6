import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { freshFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish } from '../../../test/support/pipeline.ts'
import { jobOf } from '../../../test/support/work.ts'
import { activityContract } from '../activity/contract.ts'
import { jobsContract } from './contract.ts'
import { jobFieldsContract } from './contract-fields.ts'

/** Eleven clients with a job each, one of them with names like formulas. */
async function firmWithJobs() {
  const firm = await freshFirm()
  const pipeline = await publish(firm, '=Returns', [{ name: 'One' }])
  const names = ['=Zed, the client', ...Array.from({ length: 10 }, (_, n) => `Adams ${n}`)]
  const accounts = await Promise.all(names.map((name) => newAccount(firm, name)))
  const jobs = await addJobs(firm, pipeline, accounts)
  const id = jobs[0] as JobId
  const { revision } = await jobOf(firm.owner, id)
  const body = { name: '=HYPERLINK("x")', dueOn: '2026-04-15', priority: 'high' }
  await firm.owner.call(jobFieldsContract.changeJob, { params: { id }, body, headers: { 'if-match': `"${revision}"` } })
  return { firm, accounts }
}

it('VIEW-3, AUD-2: the list is exported whole, for a spreadsheet, nothing in it runs there, and that it was taken is told', async () => {
  const { firm, accounts } = await firmWithJobs()
  const sent = await firm.owner.send(jobsContract.exportJobs, { query: { sort: 'due_date' } })
  expect(sent.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const text = sent.body as string
  expect(Number(sent.headers.get('content-length'))).toBe(new TextEncoder().encode(text).length + 3) // text() drops the BOM
  const lines = text.split('\r\n')
  expect(lines.length).toBe(1 + 11 + 1)
  expect(lines[0]).toMatch(/^Client,Short ID,Job,Pipeline,Stage,Status,/)
  const today = new Date().toISOString().slice(0, 4)
  expect(lines[1]).toMatch(/^"'=Zed, the client",\w-\d+,"'=HYPERLINK\(""x""\)",'=Returns,One,In progress,Ready,/)
  expect(lines[1]).toContain(',High,,,2026-04-15,')
  expect(lines[1]).toContain(`,${today}-`)
  const narrowed = await firm.owner.call(jobsContract.exportJobs, { query: { accountId: accounts[3]! } })
  expect(String(narrowed).trim().split('\r\n').length).toBe(2)
  const { items } = await firm.owner.call(activityContract.listActivity, { query: { kind: 'job' } })
  const exported = items.filter(({ type }) => type === 'jobs.exported')
  expect(exported.map(({ type, payload, actor }) => [type, payload, actor.id])).toEqual([
    ['jobs.exported', { rows: 1 }, firm.owner.member.memberId],
    ['jobs.exported', { rows: 11 }, firm.owner.member.memberId],
  ])
})

it('VIEW-3, P-6: an export holds what its taker may see, in his language', async () => {
  const { firm } = await firmWithJobs()
  const stranger = await firm.addMember('employee')
  await firm.system.maintenance
    .updateTable('team_members')
    .set({ locale: 'de' })
    .where('id', '=', stranger.member.memberId)
    .execute()
  const text = String(await stranger.call(jobsContract.exportJobs))
  expect(text.trim().split('\r\n').length).toBe(1)
  expect(text).toContain('Mandant,Kurz-ID,Auftrag')
  const wrong = await stranger.send(jobsContract.exportJobs, { query: { dueFrom: 'soon' } })
  expect([wrong.status, wrong.problem.fields[0]?.path]).toEqual([422, 'dueFrom'])
})

it('VIEW-3: however long the list is, each job is in it once, in its order', async () => {
  const { firm } = await firmWithJobs()
  await firm.run((tx) =>
    sql`with made as (
          insert into jobs select (jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(),
            'visit_id', gen_random_uuid(), 'name', 'Copy ' || n, 'due_on', '2027-01-01'::date + n))).*
          from jobs j, generate_series(1, 1200) n
          where j.id = (select id from jobs where firm_id = ${tx.firmId} limit 1)
          returning *)
        insert into visits (firm_id, id, job_id, ordinal, pipeline_id, stage_id, version, how, cause_id, entered_at)
        select firm_id, visit_id, id, visit_ordinal, pipeline_id, stage_id, 1, 'created',
          (select id from events where firm_id = ${tx.firmId} limit 1), stage_entered_at from made`.execute(tx.db),
  )
  const text = String(await firm.owner.call(jobsContract.exportJobs, { query: { sort: 'due_date' } }))
  const dues = text.split('\r\n').flatMap((line) => /\d{4}-\d\d-\d\d(?=,,)/.exec(line)?.[0] ?? [])
  expect(text.match(/Copy \d+/g)?.length).toBe(1200)
  expect(new Set(text.match(/Copy \d+/g)).size).toBe(1200)
  expect(dues).toEqual(dues.toSorted())
})

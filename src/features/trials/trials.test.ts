import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Condition } from '#conditions/model.ts'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import {
  addJobs,
  asks,
  hasTag,
  newAccount,
  newEmailTemplate,
  newOrganizerTemplate,
  newTag,
  newTaskTemplate,
  publish,
  stageOf,
} from '../../../test/support/pipeline.ts'
import { seen } from '../../../test/support/pipelines.ts'
import { accountsContract } from '../accounts/contract.ts'
import { emailsContract } from '../emails/contract.ts'
import { jobsContract } from '../jobs/contract.ts'
import { jobTemplatesContract } from '../jobs/contract-templates.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { rolesContract } from '../roles/contract.ts'
import { trialsContract } from './contract.ts'
import type { Trial } from './schemas.ts'

describe('B-1: a dry run', () => {
  test('says hop by hop what would be created, sent, skipped and passed over, and why the job then waits', async () => {
    const { firm, pipeline, accounts } = await season()
    const trial = await dryRun(firm, pipeline.id, accounts)
    const [visser, tanaka] = trial.accounts
    expect(trial.problems).toEqual([])
    expect(visser).toMatchObject({ accountName: 'Visser', refused: null, mails: [] })
    expect(visser!.hops.map(({ stage, how, skipped }) => ({ stage, how, skipped }))).toEqual([
      { stage: 'Sort', how: 'created', skipped: [] },
      { stage: 'Gather', how: 'automove', skipped: ['Foreign'] },
    ])
    expect(visser!.hops[1]!.automations).toMatchObject([
      {
        kind: 'create_organizer',
        result: 'done',
        created: { name: 'Questions' },
        mails: [{ email: expect.stringContaining('visser'), to: 'Visser Client' }],
      },
      { kind: 'create_task', result: 'skipped', reason: { code: 'condition_not_met' }, created: null, mails: [] },
      { kind: 'send_email', result: 'done', mails: [{ subject: 'Welcome' }] },
    ])
    expect(visser!.waits).toEqual([{ code: 'item_pending', item: 'Questions', done: null, needed: null }])
    expect(tanaka!.hops.map(({ stage }) => stage)).toEqual(['Sort', 'Foreign'])
    expect(tanaka!.hops[1]!.automations).toMatchObject([
      { kind: 'send_email', result: 'failed', reason: { code: 'no_recipient' } },
    ])
  })

  test('leaves every table, counter and the outbox as they were', async () => {
    const { firm, pipeline, accounts } = await season()
    await firm.drain()
    const before = await everything(firm)
    await dryRun(firm, pipeline.id, accounts)
    expect(await firm.drain()).toBe(0)
    expect(await everything(firm)).toEqual(before)
  })

  test('P-21: equals what the real run then does', async () => {
    const { firm, pipeline, accounts } = await season()
    const trial = await dryRun(firm, pipeline.id, accounts, 'Return')
    const current = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    await firm.owner.call(pipelinesContract.publishPipeline, { ...seen(current), body: {} })
    const ids = await addJobs(firm, pipeline, accounts)
    for (const [index, id] of ids.entries()) {
      const job = await firm.owner.call(jobsContract.getJob, { params: { id } })
      const tried = trial.accounts[index]!
      expect(job.name).toBe(tried.jobName)
      expect(job.people.map(({ name }) => name)).toEqual(tried.people)
      expect(job.stageName).toBe(tried.hops.at(-1)!.stage)
      expect(job.outcomes.map(outcomeOf)).toEqual(tried.hops.at(-1)!.automations.map(outcomeOf))
      expect(job.items.map(({ name }) => name)).toEqual(
        tried.hops.flatMap(({ automations }) => automations.flatMap(({ created }) => created?.name ?? [])),
      )
      expect(job.explanation.reasons.map(({ code }) => code)).toEqual(tried.waits.map(({ code }) => code))
      expect(await mailsTo(firm, accounts[index]!)).toEqual(
        tried.hops.flatMap(({ automations }) => automations.flatMap(({ mails }) => mails.map(said))).sort(),
      )
    }
  })

  test('JD-2, JOB-6: begins with the job template that the pipeline applies by itself, and says who would do it', async () => {
    const { firm, pipeline, accounts } = await season()
    const { member } = await firm.addMember('admin', [], 'Piet Bakker')
    const role = await firm.owner.call(rolesContract.createAccountRole, { body: { name: 'Payroll' } })
    const held = { accountIds: accounts.slice(0, 1), roleId: role.id, add: [firm.owner.member.memberId] }
    await firm.owner.call(rolesContract.changeRoleHolders, { body: held })
    const people = { assigneeIds: [member.memberId], roleIds: [role.id] }
    const template = { name: 'Return', title: 'Return of [ACCOUNT_NAME]', ...people }
    const { id: jobTemplateId } = await firm.owner.call(jobTemplatesContract.createJobTemplate, { body: template })
    const current = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    const body = { ...current.settings, jobTemplateId, jobTemplateMode: 'automatic' as const }
    await firm.owner.call(pipelinesContract.changeSettings, { ...seen(current), body })
    const trial = await dryRun(firm, pipeline.id, accounts)
    expect(trial.accounts.map(({ jobName, people: who }) => [jobName, ...who])).toEqual([
      ['Return of Visser', 'Mara Lindqvist', 'Piet Bakker'],
      ['Return of Tanaka', 'Piet Bakker'],
    ])
  })

  test('of a draft with problems is nothing but its problems; the published version is tried all the same', async () => {
    const { firm, pipeline, accounts } = await season()
    const current = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    const stages = current.draft.stages.with(0, { ...current.draft.stages[0]!, name: '' })
    await firm.owner.call(pipelinesContract.saveDraft, { ...seen(current), body: { stages, statuses: [] } })
    expect(await dryRun(firm, pipeline.id, accounts)).toEqual({
      problems: [{ path: 'stages.0.name', code: 'stage_name_missing' }],
      accounts: [],
    })
    const published = await firm.owner.call(trialsContract.dryRun, {
      params: { id: pipeline.id },
      body: { of: 'published', accountIds: accounts },
    })
    expect(published.accounts.map(({ hops }) => hops.map(({ stage }) => stage))).toEqual([['Sort'], ['Sort']])
  })

  test('is for those who may change the pipeline and see the clients; an archived client gets no job', async () => {
    const { firm, pipeline, accounts } = await season()
    const params = { id: pipeline.id }
    const body = { accountIds: accounts }
    for (const rights of [[], ['manage_pipelines']] as const) {
      const employee = await firm.addMember('employee', [...rights])
      expect((await employee.send(trialsContract.dryRun, { params, body })).status).toBe(404)
    }
    await firm.owner.call(accountsContract.setAccountState, {
      params: { id: accounts[0]! },
      body: { state: 'archived' },
    })
    const { accounts: tried } = await dryRun(firm, pipeline.id, accounts)
    expect(tried.map(({ refused, hops }) => [refused, hops.length])).toEqual([
      ['account_archived', 0],
      [null, 2],
    ])
  })
})

describe('D-4, B-5: for how many a condition is met now', () => {
  const count = (by: MemberCaller, condition: Condition, pipelineId: string) =>
    by.call(trialsContract.countCondition, { body: { condition, pipelineId } })

  test('of the active jobs of the pipeline, else of the clients; each sees only his own', async () => {
    const firm = await freshFirm()
    const tag = await newTag(firm, 'Foreign')
    const accounts = [
      await newAccount(firm, 'Visser'),
      await newAccount(firm, 'Tanaka'),
      await newAccount(firm, 'Chen'),
    ]
    await firm.owner.call(accountsContract.changeAccountTags, {
      body: { accountIds: accounts.slice(0, 2), add: [tag] },
    })
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
    const high: Condition = { kind: 'any', of: [{ kind: 'job_priority', is: 'high' }] }
    const clients = { of: 'accounts', total: 3, more: false }
    expect(await count(firm.owner, hasTag(tag), pipeline.id)).toEqual({ ...clients, met: 2, unknown: 0 })
    expect(await count(firm.owner, high, pipeline.id)).toEqual({ ...clients, met: 0, unknown: 3 })
    const [first, second] = await addJobs(firm, pipeline, accounts)
    await firm.owner.call(jobsContract.editJobs, { body: { jobIds: [first], priority: 'high' } })
    await firm.drain()
    const jobs = { of: 'jobs', more: false, unknown: 0 }
    expect(await count(firm.owner, hasTag(tag), pipeline.id)).toEqual({ ...jobs, met: 2, total: 3 })
    expect(await count(firm.owner, high, pipeline.id)).toEqual({ ...jobs, met: 1, total: 3 })
    await firm.owner.call(jobsContract.archiveJob, { params: { id: second! } })
    expect(await count(firm.owner, hasTag(tag), pipeline.id)).toEqual({ ...jobs, met: 1, total: 2 })
    const member = await firm.addMember('employee')
    const body = { condition: high, pipelineId: pipeline.id }
    expect((await member.send(trialsContract.countCondition, { body })).status).toBe(404)
    const current = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    const shown = { ...seen(current), body: { memberIds: [member.member.memberId] } }
    await firm.owner.call(pipelinesContract.setAvailability, shown)
    const team = { accountIds: [accounts[2]!], add: [member.member.memberId] }
    await firm.owner.call(accountsContract.changeAccountTeam, { body: team })
    expect(await count(member, hasTag(tag), pipeline.id)).toEqual({ ...jobs, met: 0, total: 1 })
  })
})

describe('B-5: a condition on a chosen client', () => {
  test('tells of every line and group whether it is met, and why something is unknown', async () => {
    const firm = await freshFirm()
    const tag = await newTag(firm, 'Foreign')
    const templateId = await newOrganizerTemplate(firm, 'Questions')
    const account = await newAccount(firm, 'Visser')
    const condition: Condition = {
      kind: 'any',
      of: [
        hasTag(tag),
        { kind: 'none', of: [{ kind: 'account_type', is: 'company' }] },
        { kind: 'organizer_answer', templateId, questionId: 'q_ok', operator: 'equals', value: true },
        { kind: 'job_priority', is: 'high' },
      ],
    }
    const judged = await evaluate(firm, condition, account)
    expect(judged.truth).toBe('met')
    expect(judged.parts.map(({ path, truth, reason }) => [path, truth, reason])).toEqual([
      ['', 'met', null],
      ['of.0', 'not_met', null],
      ['of.0.of.0', 'not_met', null],
      ['of.1', 'met', null],
      ['of.1.of.0', 'not_met', null],
      ['of.2', 'unknown', 'not_submitted'],
      ['of.3', 'unknown', 'no_job'],
    ])
  })

  test('a job of the client answers what is asked of jobs; another client’s is refused', async () => {
    const firm = await freshFirm()
    const [visser, tanaka] = [await newAccount(firm, 'Visser'), await newAccount(firm, 'Tanaka')]
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
    const [jobId] = await addJobs(firm, pipeline, [visser])
    const condition: Condition = { kind: 'job_priority', is: 'medium' }
    const body = { condition, accountId: visser, jobId: jobId! }
    expect((await firm.owner.call(trialsContract.evaluateCondition, { body })).truth).toBe('met')
    const wrong = await firm.owner.send(trialsContract.evaluateCondition, { body: { ...body, accountId: tanaka } })
    expect(wrong.problem.fields).toEqual([{ path: 'jobId', code: 'unknown_job' }])
    const employee = await firm.addMember('employee')
    expect((await employee.send(trialsContract.evaluateCondition, { body })).status).toBe(404)
  })

  test('the vocabulary names what conditions and automations may speak of', async () => {
    const firm = await freshFirm()
    const id = await newOrganizerTemplate(firm, 'Questions')
    const { members, organizers } = await firm.owner.call(trialsContract.getVocabulary)
    expect(members).toEqual([{ id: firm.owner.member.memberId, name: 'Mara Lindqvist' }])
    expect(organizers).toEqual([
      {
        id,
        name: 'Questions',
        questions: [{ id: 'q_ok', name: 'Is everything as last year?', kind: 'yes_no', options: [] }],
      },
    ])
  })
})

/** Version 1 only sorts; the draft sends, asks and has a stage for clients with a tag, whose mail reaches nobody. */
async function season() {
  const firm = await freshFirm()
  const tag = await newTag(firm, 'Foreign')
  const [organizer, task] = [await newOrganizerTemplate(firm, 'Questions'), await newTaskTemplate(firm, 'Call')]
  const email = await newEmailTemplate(firm, 'Welcome')
  const accounts = [await newAccount(firm, 'Visser'), await newAccount(firm, 'Tanaka', { notify: false })]
  await firm.owner.call(accountsContract.changeAccountTags, {
    body: { accountIds: [accounts[1]!], add: [tag], remove: [] },
  })
  const pipeline = await publish(firm, 'Returns', [{ name: 'Sort' }, { name: 'File' }])
  const [sort, file] = pipeline.stages as [ReturnType<typeof stageOf>, ReturnType<typeof stageOf>]
  const stages = [
    { ...sort, automove: true, whenEmpty: 'advance' as const },
    stageOf({ name: 'Foreign', condition: hasTag(tag), automations: [asks.email(email)] }),
    stageOf({
      name: 'Gather',
      automove: true,
      automations: [asks.organizer(organizer), asks.task(task, hasTag(tag)), asks.email(email)],
    }),
    file,
  ]
  const current = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
  await firm.owner.call(pipelinesContract.saveDraft, { ...seen(current), body: { stages, statuses: [] } })
  return { firm, pipeline, accounts }
}

function dryRun(firm: TestFirm, id: string, accountIds: string[], name?: string): Promise<Trial> {
  const body = { accountIds, ...(name === undefined ? {} : { name }) }
  return firm.owner.call(trialsContract.dryRun, { params: { id }, body })
}

function evaluate(firm: TestFirm, condition: Condition, accountId: string) {
  return firm.owner.call(trialsContract.evaluateCondition, { body: { condition, accountId } })
}

function outcomeOf({ kind, result, reason, warnings }: Pick<Step, 'kind' | 'result' | 'reason' | 'warnings'>) {
  return { kind, result, reason, warnings }
}

type Step = Trial['accounts'][number]['hops'][number]['automations'][number]

function said({ email, subject }: { email: string; subject: string }): string {
  return `${email}: ${subject}`
}

async function mailsTo(firm: TestFirm, accountId: string): Promise<string[]> {
  const { items } = await firm.owner.call(emailsContract.listMails, { query: { limit: 100 } })
  return items
    .filter((mail) => mail.accountId === accountId)
    .map((mail) => said({ ...mail, email: mail.toEmail }))
    .sort()
}

/** Every row of every table of the firm, as one sum per table; events and outbox entries among them. */
async function everything(firm: TestFirm): Promise<Record<string, string>> {
  const { maintenance } = firm.system
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'firm_id'`.execute(maintenance)
  const sums: Record<string, string> = {}
  for (const { name } of rows) {
    const found = await sql<{ sum: string }>`
      select count(*) || ' ' || md5(coalesce(string_agg(line::text, '' order by line::text), '')) as sum
      from ${sql.table(name)} line where line.firm_id = ${firm.firmId}`.execute(maintenance)
    sums[name] = found.rows[0]!.sum
  }
  return sums
}

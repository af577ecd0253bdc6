import { sql } from 'kysely'
import { explain } from '#engine/core/explain.ts'
import type { JobState } from '#engine/core/model.ts'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { Refused } from '#engine/shell/advance-jobs.ts'
import { loadWorld, withHistory, withItems } from '#engine/shell/load-world.ts'
import { enginePorts, type ItemDetail } from '#engine/shell/ports.ts'
import { type AutomationId, derivedId, type JobId, type PipelineId, type VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { describeAutomation, loadNames, type Names, type NewJob } from '../jobs/index.ts'
import { newestVersions } from '../pipelines/index.ts'
import type { Trial, Tried } from './schemas.ts'

/** What became of the jobs, as the database now says it: stages entered, automations in order, what they made and sent. */
export async function readTrial(
  tx: Tx,
  pipelineId: PipelineId,
  added: readonly NewJob[],
  refused: Refused,
): Promise<Trial> {
  const version = (await newestVersions(tx, [pipelineId])).get(pipelineId)!
  const names = await loadNames(tx, [version])
  const ids = added.map((job) => job.id)
  const accounts = await accountNames(tx, added)
  const made = await madeJobs(tx, ids)
  const jobs = await waitsOf(tx, ids, version)
  const [visits, outcomes, mails] = [await visitsOf(tx, ids), await outcomesOf(tx, ids), await mailsOf(tx, ids)]
  const tried: Tried[] = []
  for (const { id, accountId } of added) {
    const items = refused.has(id) ? [] : await itemsOf(tx, id)
    const own = mails.filter((mail) => mail.jobId === id)
    const hops = visits
      .filter((visit) => visit.jobId === id)
      .map((visit, index, all) => hopOf(visit, all[index - 1], { version, names, outcomes, items, mails: own }))
    const explained = new Set(hops.flatMap((hop) => hop.automations.flatMap((step) => step.mails)))
    tried.push({
      accountId,
      accountName: accounts.get(accountId) ?? '',
      refused: refused.get(id) ?? null,
      jobName: made.get(id)?.name ?? '',
      people: made.get(id)?.people ?? [],
      hops,
      waits: jobs.get(id) ?? [],
      mails: own.map((mail) => mail.said).filter((mail) => !explained.has(mail)),
    })
  }
  return { problems: [], accounts: tried }
}

async function accountNames(tx: Tx, jobs: readonly NewJob[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from accounts
    where firm_id = ${tx.firmId} and id = any(${jobs.map((job) => job.accountId)}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

type Made = { id: JobId; name: string; people: string[] }

async function madeJobs(tx: Tx, ids: readonly JobId[]): Promise<Map<JobId, Made>> {
  const { rows } = await sql<Made>`
    select j.id, j.name, array(
      select m.name from job_assignees x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
      where x.firm_id = j.firm_id and x.job_id = j.id order by lower(m.name), m.id) as people
    from jobs j where j.firm_id = ${tx.firmId} and j.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Why each job would stay where it has come to (B-3). */
async function waitsOf(tx: Tx, ids: readonly JobId[], version: PipelineVersion): Promise<Map<JobId, Tried['waits']>> {
  const loaded = await withItems(tx, await enginePorts().jobs.load(tx, ids))
  const jobs: JobState[] = await withHistory(tx, loaded, [version])
  const { accounts, catalog } = await loadWorld(tx, jobs, new Map([[version.pipelineId, version]]))
  return new Map(
    jobs.map((job) => {
      const { reasons } = explain(job, version, accounts.get(job.accountId)!, catalog)
      return [
        job.id,
        reasons.map((reason) => ({
          code: reason.code,
          item: reason.code === 'item_pending' ? reason.item.name : null,
          done: reason.code === 'too_few_done' ? reason.done : null,
          needed: reason.code === 'too_few_done' ? reason.needed : null,
        })),
      ]
    }),
  )
}

type Visit = { id: VisitId; jobId: JobId; stageId: string; how: Tried['hops'][number]['how'] }

async function visitsOf(tx: Tx, ids: readonly JobId[]): Promise<Visit[]> {
  const { rows } = await sql<Visit>`
    select id, job_id as "jobId", stage_id as "stageId", how from visits
    where firm_id = ${tx.firmId} and job_id = any(${[...ids]}::uuid[]) order by job_id, ordinal`.execute(tx.db)
  return rows
}

type Step = Tried['hops'][number]['automations'][number]
type Outcome = Pick<Step, 'result' | 'reason' | 'warnings'> & {
  visitId: VisitId
  automationId: AutomationId
  createdId: string | null
}

async function outcomesOf(tx: Tx, ids: readonly JobId[]): Promise<Outcome[]> {
  const { rows } = await sql<Outcome>`
    select visit_id as "visitId", automation_id as "automationId", result, reason, warnings, created_id as "createdId"
    from automation_outcomes
    where firm_id = ${tx.firmId} and job_id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return rows
}

type Mail = {
  id: string
  jobId: JobId
  organizerId: string | null
  contactEmailId: string | null
  said: Step['mails'][number]
}

async function mailsOf(tx: Tx, ids: readonly JobId[]): Promise<Mail[]> {
  const { rows } = await sql<Mail>`
    select m.id, coalesce(m.job_id, l.job_id) as "jobId", m.organizer_id as "organizerId",
      m.contact_email_id as "contactEmailId",
      jsonb_build_object('to', m.to_name, 'email', m.to_email, 'subject', m.subject) as said
    from mails m
      left join organizer_links l on l.firm_id = m.firm_id and l.organizer_id = m.organizer_id
    where m.firm_id = ${tx.firmId} and coalesce(m.job_id, l.job_id) = any(${[...ids]}::uuid[])
    order by m.to_name, m.id`.execute(tx.db)
  return rows
}

async function itemsOf(tx: Tx, id: JobId): Promise<ItemDetail[]> {
  const found: ItemDetail[] = []
  for (const { describe } of Object.values(enginePorts().items)) found.push(...(await describe(tx, id)))
  return found
}

type Found = { version: PipelineVersion; names: Names; outcomes: Outcome[]; items: ItemDetail[]; mails: Mail[] }

function hopOf(visit: Visit, before: Visit | undefined, found: Found): Tried['hops'][number] {
  const { stages } = found.version
  const [from, to] = [before?.stageId, visit.stageId].map((id) => stages.findIndex((stage) => stage.id === id))
  const passed = visit.how === 'automove' ? stages.slice(from! + 1, to) : []
  const stage = stages[to!]!
  return {
    stageId: stage.id,
    stage: stage.name,
    how: visit.how,
    skipped: passed.map((it) => it.name),
    automations: stage.automations.flatMap((automation): Step[] => {
      const outcome = found.outcomes.find((it) => it.visitId === visit.id && it.automationId === automation.id)
      return outcome ? [{ ...describeAutomation(automation, found.names), ...saidOf(outcome, found) }] : []
    }),
  }
}

/** What automations mail by themselves: e-mails, and news of what clients see (CFS-14). */
const MAILS = ['mail', 'work_update'] as const

function saidOf(
  outcome: Outcome,
  { items, mails }: Found,
): Pick<Step, 'result' | 'reason' | 'warnings' | 'created' | 'mails'> {
  const { visitId, automationId, createdId, result, reason, warnings } = outcome
  const item = items.find((it) => it.id === createdId)
  const isMine = ({ id, organizerId, contactEmailId }: Mail) =>
    (createdId !== null && organizerId === createdId) ||
    (contactEmailId !== null &&
      MAILS.some((kind) => id === derivedId<string>(kind, visitId, automationId, contactEmailId)))
  return {
    result,
    reason,
    warnings,
    created: item ? { name: item.name, who: item.who } : null,
    mails: mails.filter(isMine).map((mail) => mail.said),
  }
}

import { sql } from 'kysely'
import type { ClientActor, MemberActor } from '#kernel/actor.ts'
import { type AccountId, type ContactId, derivedId, newId, type OrganizerId, type TaskId } from '#kernel/ids.ts'
import { inFirm } from '#platform/db/tx.ts'
import { jobsContract } from '../src/features/jobs/contract.ts'
import { submitOrganizer } from '../src/features/organizers/submit-organizer.ts'
import { setTaskStatus } from '../src/features/tasks/commands.ts'
import type { System } from '../src/system.ts'
import { callerWith } from '../test/support/firm-in.ts'
import { asOwner } from './owner.ts'
import { clientIds } from './prepare-clients.ts'
import type { Work } from './prepare-work.ts'

export const CALLERS = 16

/** Puts a job for each of so many clients into the first stage of the cascade, and counts rows as autovacuum soon does. */
export async function startCascade(system: System, url: string, work: Work, jobs: number): Promise<void> {
  const accountIds = await clientIds<AccountId>(system, work.firmId, jobs)
  const body = { pipelineId: work.cascade.pipelineId, accountIds, name: 'Return' }
  await callerWith(system, work.owner).call(jobsContract.addJobs, { body })
  await system.worker.drain(['bulk'])
  await asOwner(url, (client) => client.query('vacuum (analyze)'))
}

/** One thing to be completed: the client's organizer or the team's task of a job's present stage. */
type Completion = { kind: 'organizer' | 'task'; id: string; client: ClientActor }

/** Completes everything that the jobs' present stages wait for, in no particular order; answers the milliseconds. */
export async function completeStage(system: System, work: Work): Promise<{ took: number; completions: number }> {
  const waiting = shuffled(await pending(system, work))
  const owner = await ownerOf(system, work)
  const began = performance.now()
  const next = waiting.values()
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (const completion of next) await complete(system, completion, owner)
    }),
  )
  return { took: performance.now() - began, completions: waiting.length }
}

async function complete({ source }: System, { kind, id, client }: Completion, owner: MemberActor): Promise<void> {
  if (kind === 'organizer') await inFirm(source, client, (tx) => submitOrganizer(tx, id as OrganizerId))
  else await inFirm(source, owner, (tx) => setTaskStatus(tx, id as TaskId, 'completed'))
}

/** How many moves the cascade has seen, and how many jobs have come to its end. */
export async function movesOf(system: System, { firmId, cascade }: Work): Promise<{ moves: number; ended: number }> {
  const { rows } = await sql<{ moves: number; ended: number }>`
    select coalesce(sum(visit_ordinal - 1), 0)::int as moves,
      count(*) filter (where stage_id = ${cascade.stageIds.at(-1)})::int as ended
    from jobs where firm_id = ${firmId} and pipeline_id = ${cascade.pipelineId}`.execute(system.maintenance)
  return rows[0]!
}

type Row = { kind: Completion['kind']; id: string; account_id: AccountId; contact_id: ContactId; email: string }

async function pending(system: System, { firmId }: Work): Promise<Completion[]> {
  const { rows } = await sql<Row>`
    with item as (
      select 'organizer' as kind, id, account_id from organizers where firm_id = ${firmId} and status = 'pending'
      union all select 'task', id, account_id from tasks where firm_id = ${firmId} and status = 'planned')
    select item.*, s.contact_id, e.email from item
      join contact_settings s on s.firm_id = ${firmId} and s.account_id = item.account_id
      join contact_emails e on e.firm_id = ${firmId} and e.id = s.contact_email_id
    order by item.id`.execute(system.maintenance)
  return rows.map(({ kind, id, account_id, contact_id: contactId, email }) => {
    const client: ClientActor = {
      kind: 'client',
      firmId,
      identityId: newId(),
      contactId,
      name: 'Contact',
      email,
      accountIds: [account_id],
    }
    return { kind, id, client }
  })
}

async function ownerOf(system: System, { firmId }: Work): Promise<MemberActor> {
  const member = await system.maintenance
    .selectFrom('team_members')
    .selectAll()
    .where('firm_id', '=', firmId)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow()
  return {
    kind: 'member',
    firmId,
    identityId: member.identity_id as MemberActor['identityId'],
    memberId: member.id as MemberActor['memberId'],
    name: member.name,
    role: 'owner',
    rights: [],
  }
}

/** In an order that is the same in every run: by a hash of the id. */
function shuffled(completions: readonly Completion[]): Completion[] {
  const keyed = completions.map((it) => [derivedId('order', it.id) as string, it] as const)
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, it]) => it)
}

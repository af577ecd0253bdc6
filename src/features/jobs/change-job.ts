import type { EventPayloads } from '#kernel/event.ts'
import type { AccountId, JobId, MemberId } from '#kernel/ids.ts'
import { isDueBeforeStart } from '#kernel/planned-dates.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { clientStatusNames } from '../client-statuses/index.ts'
import { requireRoles, roleHolders } from '../roles/index.ts'
import { visibleJobAt } from './commands.ts'
import { changeAssignees } from './effects/update-assignees.ts'
import { loadJob } from './job.ts'
import { requireClientStatus, requireMayBudget, requireMembers } from './require-content.ts'
import { requireMentioned } from './require-mentioned.ts'
import type { Job } from './schemas.ts'
import type { JobChanges } from './schemas-content.ts'

/** Changes what a job says; each thing that became another is told with what it was before (AUD-3). */
export async function changeJob(tx: Tx, id: JobId, changes: JobChanges, revision: number): Promise<Job> {
  const { accountId } = await visibleJobAt(tx, id, revision)
  const before = await loadJob(tx, id)
  await requireChanges(tx, before, changes)
  const { client } = changes
  await tx.db
    .updateTable('jobs')
    .set({
      ...written(changes),
      ...(client
        ? {
            client_visible: client.visible,
            client_status_id: client.statusId,
            client_name: client.name,
            client_description: client.description,
            client_changed_at: tx.now,
          }
        : {}),
      revision: revision + 1,
    })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  const people = await changePeople(tx, id, before, await peopleWanted(tx, before, changes))
  const after = await loadJob(tx, id)
  for (const fact of [...factsOf(before, after), ...people, ...(await clientFacts(tx, before, after))]) {
    tx.record({ ...fact, subject: { kind: 'job', id }, jobId: id, accountId })
  }
  return after
}

type Fact = { [T in Told]: { type: T; payload: EventPayloads[T] } }[Told]
type Told =
  | 'job.renamed'
  | 'job.descriptionChanged'
  | 'job.priorityChanged'
  | 'job.datesChanged'
  | 'job.timeBudgetChanged'
  | 'job.assigneesChangedByHand'
  | 'job.clientStatusSetByHand'

function written({ name, description, priority, startOn, dueOn, timeBudget }: JobChanges) {
  const columns = { name, description, priority, start_on: startOn, due_on: dueOn, time_budget: timeBudget }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

async function requireChanges(tx: Tx, before: Job, changes: JobChanges): Promise<void> {
  const { startOn = before.startOn, dueOn = before.dueOn, timeBudget = before.timeBudget } = changes
  if (isDueBeforeStart({ startOn, dueOn })) throw invalid('dueOn', 'before_start')
  if (timeBudget !== before.timeBudget) requireMayBudget(tx)
  if (changes.description !== undefined) await requireMentioned(tx, 'description', changes.description)
  if (changes.assigneeIds) {
    const known = new Set(before.people.map((person) => person.id))
    await requireMembers(
      tx,
      changes.assigneeIds.filter((id) => !known.has(id)),
    )
  }
  await requireRoles(tx, changes.roleIds ?? [], 'roleIds')
  const statusId = changes.client?.statusId ?? null
  if (statusId !== before.client.statusId) await requireClientStatus(tx, statusId)
}

/** Who shall do it: those named, or those who do, and whoever holds the roles named for the client now (D-17). */
async function peopleWanted(tx: Tx, before: Job, changes: JobChanges): Promise<readonly MemberId[] | undefined> {
  const { assigneeIds, roleIds } = changes
  if (!roleIds || roleIds.length === 0) return assigneeIds
  const accountId = before.accountId as AccountId
  const holders = (await roleHolders(tx, [accountId], roleIds)).get(accountId)
  if (roleIds.some((id) => !holders?.has(id))) throw invalid('roleIds', 'role_not_held')
  return [...(assigneeIds ?? before.people.map((person) => person.id as MemberId)), ...[...holders!.values()].flat()]
}

async function changePeople(tx: Tx, id: JobId, before: Job, wanted: readonly MemberId[] | undefined): Promise<Fact[]> {
  if (!wanted) return []
  const [now, then] = [new Set<string>(wanted), new Set(before.people.map((person) => person.id))]
  const remove = before.people.filter((person) => !now.has(person.id))
  const add = [...new Set(wanted)].filter((memberId) => !then.has(memberId))
  if (add.length + remove.length === 0) return []
  await changeAssignees(tx, [{ jobId: id, add, remove: remove.map((person) => person.id as MemberId) }])
  const after = (await loadJob(tx, id)).people
  const added = after.filter((person) => !then.has(person.id)).map((person) => person.name)
  return [{ type: 'job.assigneesChangedByHand', payload: { added, removed: remove.map((person) => person.name) } }]
}

function factsOf(before: Job, after: Job): Fact[] {
  const facts: Fact[] = []
  if (before.name !== after.name)
    facts.push({ type: 'job.renamed', payload: { name: after.name, before: before.name } })
  if (before.description !== after.description)
    facts.push({
      type: 'job.descriptionChanged',
      payload: { description: after.description, before: before.description },
    })
  if (before.priority !== after.priority)
    facts.push({ type: 'job.priorityChanged', payload: { priority: after.priority, before: before.priority } })
  const [then, now] = [datesOf(before), datesOf(after)]
  if (then.startOn !== now.startOn || then.dueOn !== now.dueOn)
    facts.push({
      type: 'job.datesChanged',
      payload: { ...now, startBefore: then.startOn, dueBefore: then.dueOn },
    })
  if (before.timeBudget !== after.timeBudget)
    facts.push({
      type: 'job.timeBudgetChanged',
      payload: { minutes: after.timeBudget ?? 0, before: before.timeBudget ?? 0 },
    })
  return facts
}

function datesOf({ startOn, dueOn }: Job) {
  return { startOn: startOn ?? '–', dueOn: dueOn ?? '–' }
}

async function clientFacts(tx: Tx, before: Job, after: Job): Promise<Fact[]> {
  if (JSON.stringify(before.client) === JSON.stringify(after.client)) return []
  const { visible, statusId, name, description } = after.client
  const id = statusId as Parameters<typeof clientStatusNames>[1][number] | null
  const status = id === null ? '' : ((await clientStatusNames(tx, [id])).get(id) ?? '')
  const was = { visibleBefore: before.client.visible, statusBefore: before.client.status ?? '' }
  return [{ type: 'job.clientStatusSetByHand', payload: { visible, statusId: id, status, name, description, ...was } }]
}

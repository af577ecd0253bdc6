import type { MemberId, RoleId } from '#kernel/ids.ts'
import type { State } from './apply.ts'
import type { OutcomeWarning } from './effect.ts'
import type { AccountState, Catalog, JobState } from './model.ts'
import type { Assignee, AutomationOf } from './pipeline.ts'
import type { Verdict } from './verdict.ts'
import { changeBetween, done, skipped } from './verdict.ts'

/**
 * Who has access to the account afterwards (ACX-1 to ACX-5). Members who are no longer active are passed over, with a
 * warning; if that leaves nobody of those asked for, everything stays as it is.
 */
export function judgeAccess(
  { replace, add, remove }: AutomationOf<'update_account_access'>,
  account: AccountState,
  catalog: Catalog,
): Verdict {
  const coming = resolve(add.map(asMember), account, catalog)
  if (add.length > 0 && coming.memberIds.length === 0) return passedOver(coming.warnings)
  const put = replace && add.length === 0 ? defaultMembers(catalog) : coming.memberIds
  const kept = replace ? new Set<MemberId>() : account.memberIds.difference(new Set(remove))
  const change = changeBetween(account.memberIds, kept.union(new Set(put)))
  return done(change && { kind: 'update_account_access', ...change }, coming.warnings)
}

/**
 * Who does the job afterwards (ASG-1 to ASG-5). A role stands for whoever holds it for the account now; one that nobody
 * holds is passed over with a warning, and if that leaves nobody of those asked for, the job stays as it is.
 */
export function judgeAssignees(
  { clear, add, remove }: AutomationOf<'update_job_assignees'>,
  { job, account }: State<JobState>,
  catalog: Catalog,
): Verdict {
  const coming = resolve(add, account, catalog)
  if (add.length > 0 && coming.memberIds.length === 0) return passedOver(coming.warnings)
  const going = remove.flatMap((it) => (it.kind === 'member' ? it.id : (account.roleHolders.get(it.id) ?? [])))
  const kept = clear ? new Set<MemberId>() : job.assigneeIds.difference(new Set(going))
  const change = changeBetween(job.assigneeIds, kept.union(new Set(coming.memberIds)))
  const blind = (change?.add ?? []).filter((id) => !sees(id, job, account, catalog))
  const unseen: OutcomeWarning[] = blind.length > 0 ? [{ code: 'assignee_cannot_see', memberIds: blind }] : []
  return done(change && { kind: 'update_job_assignees', ...change }, [...coming.warnings, ...unseen])
}

/** The active members that people and roles stand for on an account, and which of them stand for nobody (T-14). */
export function resolve(
  wanted: readonly Assignee[],
  account: Pick<AccountState, 'roleHolders'>,
  { members }: Pick<Catalog, 'members'>,
): { memberIds: MemberId[]; warnings: OutcomeWarning[] } {
  const isActive = (id: MemberId) => members.get(id)?.active === true
  const found = new Set<MemberId>()
  const inactive: MemberId[] = []
  const empty: RoleId[] = []
  for (const it of wanted) {
    if (it.kind === 'member') {
      if (isActive(it.id)) found.add(it.id)
      else inactive.push(it.id)
      continue
    }
    const holders = (account.roleHolders.get(it.id) ?? []).filter(isActive)
    if (holders.length === 0) empty.push(it.id)
    for (const id of holders) found.add(id)
  }
  return { memberIds: [...found], warnings: warningsOf(inactive, empty) }
}

function warningsOf(memberIds: MemberId[], roleIds: RoleId[]): OutcomeWarning[] {
  return [
    ...(memberIds.length > 0 ? [{ code: 'member_inactive' as const, memberIds }] : []),
    ...(roleIds.length > 0 ? [{ code: 'role_empty' as const, roleIds }] : []),
  ]
}

function passedOver(warnings: OutcomeWarning[]): Verdict {
  return { ...skipped({ code: 'nobody_there' }), warnings }
}

function asMember(id: MemberId): Assignee {
  return { kind: 'member', id }
}

function defaultMembers({ members }: Catalog): MemberId[] {
  return [...members].flatMap(([id, member]) => (member.active && member.defaultAccess ? id : []))
}

/** Pipeline available and account accessible (P-6). */
function sees(id: MemberId, job: JobState, account: AccountState, { members }: Catalog): boolean {
  const member = members.get(id)
  if (!member) return false
  const seesPipeline = member.pipelines === 'all' || member.pipelines.has(job.pipelineId)
  return seesPipeline && (member.seesAllAccounts || account.memberIds.has(id))
}

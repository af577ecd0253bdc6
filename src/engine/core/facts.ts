import type { Facts } from '#conditions/evaluate.ts'
import type { AccountState, Catalog, JobState } from './model.ts'

/** What conditions of a job look at besides its account. */
export type JobView = Pick<JobState, 'priority' | 'startOn' | 'dueOn' | 'assigneeIds' | 'submitted'>

/** What conditions need of the catalog. */
export type Known = Pick<Catalog, 'tagIds' | 'roleIds'>

/** What conditions of stages and automations are judged on: job and account as they are at that moment. */
export function factsOf(job: JobView, account: AccountState, known: Known): Facts {
  const { priority, startOn, dueOn, submitted } = job
  return {
    tagIds: account.tagIds,
    knownTagIds: known.tagIds,
    accountType: account.type,
    contacts: { login: account.contactsWithLogin, notify: account.contactsToNotify },
    submitted,
    job: { priority, startOn, dueOn, assigneeRoleIds: rolesHeld(job, account), knownRoleIds: known.roleIds },
  }
}

function rolesHeld({ assigneeIds }: JobView, { roleHolders }: AccountState): Set<string> {
  const held = [...roleHolders].filter(([, members]) => members.some((id) => assigneeIds.has(id)))
  return new Set(held.map(([roleId]) => roleId))
}

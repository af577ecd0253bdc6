import { evaluate } from '#conditions/evaluate.ts'
import type { TagId } from '#kernel/ids.ts'
import type { State } from './apply.ts'
import type { OutcomeWarning } from './effect.ts'
import { factsOf } from './facts.ts'
import { judgeAccess, judgeAssignees } from './judge-people.ts'
import type { AccountState, ByHand, Catalog, JobState } from './model.ts'
import type { Automation, AutomationOf } from './pipeline.ts'
import { TEMPLATE_KIND } from './pipeline.ts'
import type { Verdict } from './verdict.ts'
import { changeBetween, done, failed, skipped } from './verdict.ts'

/** What a person chose about automations, or nobody. */
export type Choices = Pick<ByHand, 'deselected' | 'shown'>

/**
 * Judges one automation when its turn comes, on job and account as those before it left them. What can be foreseen
 * to go wrong is an outcome, never an exception (A-12, FAIL-1 to FAIL-5).
 */
export function judge(
  automation: Automation,
  state: State<JobState>,
  catalog: Catalog,
  { deselected, shown }: Choices,
): Verdict {
  const { job, account } = state
  if (deselected.has(automation.id)) return skipped({ code: 'deselected' })
  if (automation.repeat === 'once_per_job' && job.ranOnce.has(automation.id)) return skipped({ code: 'already_ran' })
  const truth = automation.condition === null || evaluate(automation.condition, factsOf(job, account, catalog))
  if (truth === 'unknown') return skipped({ code: 'condition_unknown' })
  if (!truth) return skipped({ code: 'condition_not_met' })
  switch (automation.kind) {
    case 'create_organizer':
      return fromTemplate(automation, catalog, nobodyNotified(account))
    case 'create_task':
      return fromTemplate(automation, catalog, [])
    case 'send_email':
      return sendEmail(automation, account, catalog)
    case 'update_account_tags':
      return updateTags(automation, account, catalog)
    case 'update_account_access':
      return judgeAccess(automation, account, catalog)
    case 'update_job_assignees':
      return judgeAssignees(automation, state, catalog)
    case 'update_client_status':
      return updateClientStatus(automation, state, catalog, shown.get(automation.id) ?? automation.visible)
  }
}

function fromTemplate(
  { kind, templateId }: AutomationOf<'create_organizer' | 'create_task' | 'send_email'>,
  catalog: Catalog,
  warnings: OutcomeWarning[],
): Verdict {
  const template = catalog.templates.get(templateId)
  if (template?.kind !== TEMPLATE_KIND[kind]) return failed({ code: 'template_missing' })
  return done({ kind, templateId, templateVersion: template.version }, warnings)
}

/** It is done, only nobody was told (FAIL-4). */
function nobodyNotified(account: AccountState): OutcomeWarning[] {
  return account.contactsToNotify === 0 ? [{ code: 'nobody_notified' }] : []
}

/** Automations leave out contacts with Notify off (XC-7); a mail that goes to nobody was not sent (FAIL-5). */
function sendEmail(automation: AutomationOf<'send_email'>, account: AccountState, catalog: Catalog): Verdict {
  const verdict = fromTemplate(automation, catalog, [])
  const reached = Math.min(account.contactsWithEmail, account.contactsToNotify)
  return verdict.act !== null && reached === 0 ? failed({ code: 'no_recipient' }) : verdict
}

/** Clear, then remove, then add (AUT-2). Deleted tags are passed over; if nothing else was asked, that is a failure. */
function updateTags(automation: AutomationOf<'update_account_tags'>, account: AccountState, catalog: Catalog): Verdict {
  const exists = (tagId: TagId) => catalog.tagIds.has(tagId)
  const add = automation.add.filter(exists)
  const remove = automation.remove.filter(exists)
  const missing = add.length < automation.add.length || remove.length < automation.remove.length
  if (missing && !automation.clear && add.length + remove.length === 0) return failed({ code: 'tag_missing' })
  const after = new Set(automation.clear ? [] : account.tagIds).difference(new Set(remove)).union(new Set(add))
  const change = changeBetween(account.tagIds, after)
  return done(change && { kind: 'update_account_tags', ...change }, missing ? [{ code: 'tag_missing' }] : [])
}

/** What a client sees from now on (CFS-4); hiding keeps what was said, for the day it is shown again. */
function updateClientStatus(
  { statusId, description, notify }: AutomationOf<'update_client_status'>,
  { job, account }: State<JobState>,
  catalog: Catalog,
  visible: boolean,
): Verdict {
  const status = statusId === null ? undefined : catalog.clientStatuses.get(statusId)
  if (visible && !status) return failed({ code: 'client_status_missing' })
  const before = job.clientStatus
  const said = status ? { statusId, description: description ?? status.description } : before
  const after = { visible, statusId: said.statusId, description: said.description }
  const isSame =
    before.visible === visible && before.statusId === after.statusId && before.description === after.description
  if (isSame) return done(null, [])
  const mails = notify && visible
  return done({ kind: 'update_client_status', ...after, notify: mails }, mails ? nobodyNotified(account) : [])
}

import { evaluate } from '#conditions/evaluate.ts'
import type { AutomationId, TagId, TemplateId } from '#kernel/ids.ts'
import type { AccountState, Automation, Catalog, Outcome, OutcomeReason, OutcomeWarning } from './model.ts'
import { TEMPLATE_KIND } from './model.ts'
import { factsOf } from './stages.ts'

/** What an automation would come to on an account as it is: its outcome, and what it would do. */
export type Verdict = Pick<Outcome, 'result' | 'reason' | 'warnings'> & {
  /** null where it is skipped, fails, or finds everything as it should be */
  act: Act | null
}

export type Act =
  | { kind: 'create_organizer' | 'create_task' | 'send_email'; templateId: TemplateId; templateVersion: number }
  /** what changes: tags the account lacks, and tags it has */
  | { kind: 'update_account_tags'; add: TagId[]; remove: TagId[] }

/**
 * Judges one automation when its turn comes, on the account as those before it left it. What can be foreseen to
 * go wrong is an outcome, never an exception (A-12, FAIL-1 to FAIL-5).
 */
export function judge(
  automation: Automation,
  account: AccountState,
  catalog: Catalog,
  deselected: ReadonlySet<AutomationId>,
): Verdict {
  if (deselected.has(automation.id)) return skipped({ code: 'deselected' })
  const truth = automation.condition === null || evaluate(automation.condition, factsOf(account, catalog))
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
  }
}

function fromTemplate(
  { kind, templateId }: Exclude<Automation, { kind: 'update_account_tags' }>,
  catalog: Catalog,
  warnings: OutcomeWarning[],
): Verdict {
  const template = catalog.templates.get(templateId)
  if (template?.kind !== TEMPLATE_KIND[kind]) return failed({ code: 'template_missing' })
  return done({ kind, templateId, templateVersion: template.version }, warnings)
}

/** The organizer exists and waits, only nobody was told (FAIL-4). */
function nobodyNotified(account: AccountState): OutcomeWarning[] {
  return account.contactsToNotify === 0 ? [{ code: 'nobody_notified' }] : []
}

/** Automations leave out contacts with Notify off (XC-7); a mail that goes to nobody was not sent (FAIL-5). */
function sendEmail(
  automation: Extract<Automation, { kind: 'send_email' }>,
  account: AccountState,
  catalog: Catalog,
): Verdict {
  const verdict = fromTemplate(automation, catalog, [])
  const reached = Math.min(account.contactsWithEmail, account.contactsToNotify)
  return verdict.act !== null && reached === 0 ? failed({ code: 'no_recipient' }) : verdict
}

/** Clear, then remove, then add (AUT-2). Deleted tags are passed over; if nothing else was asked, that is a failure. */
function updateTags(
  automation: Extract<Automation, { kind: 'update_account_tags' }>,
  account: AccountState,
  catalog: Catalog,
): Verdict {
  const exists = (tagId: TagId) => catalog.tagIds.has(tagId)
  const add = automation.add.filter(exists)
  const remove = automation.remove.filter(exists)
  const missing = add.length < automation.add.length || remove.length < automation.remove.length
  if (missing && !automation.clear && add.length + remove.length === 0) return failed({ code: 'tag_missing' })
  const after = new Set(automation.clear ? [] : account.tagIds).difference(new Set(remove)).union(new Set(add))
  const before = new Set(account.tagIds)
  const change = { add: [...after.difference(before)].sort(), remove: [...before.difference(after)].sort() }
  const changes = change.add.length + change.remove.length > 0
  return done(changes ? { kind: 'update_account_tags', ...change } : null, missing ? [{ code: 'tag_missing' }] : [])
}

function done(act: Act | null, warnings: OutcomeWarning[]): Verdict {
  return { result: 'done', reason: null, warnings, act }
}

function skipped(reason: OutcomeReason): Verdict {
  return { result: 'skipped', reason, warnings: [], act: null }
}

function failed(reason: OutcomeReason): Verdict {
  return { result: 'failed', reason, warnings: [], act: null }
}

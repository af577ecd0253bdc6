import type { ClientStatusId, MemberId, TagId, TemplateId } from '#kernel/ids.ts'
import type { Outcome, OutcomeReason, OutcomeWarning } from './effect.ts'

/** What an automation would come to on job and account as they are: its outcome, and what it would do. */
export type Verdict = Pick<Outcome, 'result' | 'reason' | 'warnings'> & {
  /** null where it is skipped, fails, or finds everything as it should be */
  act: Act | null
}

export type Act =
  | { kind: 'create_organizer' | 'create_task' | 'send_email'; templateId: TemplateId; templateVersion: number }
  /** what changes: tags the account lacks, and tags it has */
  | { kind: 'update_account_tags'; add: TagId[]; remove: TagId[] }
  | { kind: 'update_account_access' | 'update_job_assignees'; add: MemberId[]; remove: MemberId[] }
  | {
      kind: 'update_client_status'
      visible: boolean
      statusId: ClientStatusId | null
      description: string
      notify: boolean
    }

/** What must be added and removed to get from one set to another, or null where they are the same. */
export function changeBetween<Member extends string>(
  before: ReadonlySet<Member>,
  after: ReadonlySet<Member>,
): { add: Member[]; remove: Member[] } | null {
  const change = { add: [...after.difference(before)].sort(), remove: [...before.difference(after)].sort() }
  return change.add.length + change.remove.length > 0 ? change : null
}

export function done(act: Act | null, warnings: OutcomeWarning[]): Verdict {
  return { result: 'done', reason: null, warnings, act }
}

export function skipped(reason: OutcomeReason): Verdict {
  return { result: 'skipped', reason, warnings: [], act: null }
}

export function failed(reason: OutcomeReason): Verdict {
  return { result: 'failed', reason, warnings: [], act: null }
}

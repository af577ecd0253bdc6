import fc from 'fast-check'
import { NO_CHOICES, type Trigger } from '#engine/core/model.ts'
import type { Assignee, Automation, Completion, JobStatus } from '#engine/core/pipeline.ts'
import {
  type AutomationId,
  type ClientStatusId,
  type JobStatusId,
  type MemberId,
  newId,
  type RoleId,
  type TagId,
  type TemplateId,
} from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { TestFirm } from './firm.ts'
import {
  asks,
  hasTag,
  newEmailTemplate,
  newOrganizerTemplate,
  newTag,
  newTaskTemplate,
  type StageWish,
  type TestPipeline,
} from './pipeline.ts'

/** What random pipelines of a firm may name. */
type Parts = {
  tags: TagId[]
  members: MemberId[]
  role: RoleId
  clientStatus: ClientStatusId
  organizer: TemplateId
  task: TemplateId
  email: TemplateId
}

type Wish = { stages: StageWish[]; statuses: JobStatus[] }

export async function partsOf(firm: TestFirm): Promise<Parts> {
  const [role, clientStatus] = [newId<'role'>(), newId<'client_status'>()]
  const listed = { ordinal: 90, created_at: new Date() }
  await firm.run(async (tx) => {
    const [inFirm, name] = [{ firm_id: tx.firmId, ...listed }, 'Of agreement']
    await tx.db
      .insertInto('account_roles')
      .values({ ...inFirm, id: role, name })
      .execute()
    await tx.db
      .insertInto('client_statuses')
      .values({ ...inFirm, id: clientStatus, name, description: 'We are at it.', color: 'blue' })
      .execute()
  })
  return {
    tags: [await newTag(firm, 'A'), await newTag(firm, 'B'), await newTag(firm, 'C')],
    members: [firm.owner.member.memberId, (await firm.addMember('employee', [], 'Jonas Krüger')).member.memberId],
    role,
    clientStatus,
    organizer: await newOrganizerTemplate(firm, 'Questions'),
    task: await newTaskTemplate(firm, 'Check'),
    email: await newEmailTemplate(firm, 'Hello'),
  }
}

/** Puts tags on an account, and the first member into the role. */
export async function tagAccount(tx: Tx, { role, members }: Parts, accountId: string, tags: TagId[]): Promise<void> {
  const of = { firm_id: tx.firmId, account_id: accountId }
  const rows = tags.map((tag_id) => ({ ...of, tag_id }))
  if (rows.length > 0) await tx.db.insertInto('account_tags').values(rows).execute()
  const holder = { ...of, role_id: role, member_id: members[0]! }
  await tx.db.insertInto('account_role_members').values(holder).execute()
}

export function somePipeline(parts: Parts): fc.Arbitrary<Wish> {
  const automations = fc.array(someAutomation(parts), { maxLength: 4 })
  const stage = fc.record({
    automove: fc.boolean(),
    condition: fc.option(fc.constantFrom(...parts.tags).map(hasTag)),
    whenEmpty: fc.constantFrom('stay' as const, 'advance' as const),
    completion: fc.constantFrom<Completion>({ rule: 'all' }, { rule: 'any' }, { rule: 'count', count: 2 }),
    automations,
  })
  const status = fc.record({ automove: fc.boolean(), automations })
  return fc
    .record({ stages: fc.array(stage, { minLength: 2, maxLength: 4 }), statuses: fc.array(status, { maxLength: 2 }) })
    .map(({ stages, statuses }) => ({
      stages: stages.map((it, index) => ({
        ...it,
        name: `Stage ${index + 1}`,
        condition: index === 0 || index === stages.length - 1 ? null : it.condition,
        automations: it.automations.map(renewed),
      })),
      statuses: statuses.map((it, index) => ({
        id: newId<'job_status'>() as JobStatusId,
        name: `Status ${index + 1}`,
        color: 'orange' as const,
        automove: it.automove,
        automations: it.automations.map(renewed),
      })),
    }))
}

type Ask = (pipeline: TestPipeline, statuses: JobStatus[]) => Trigger

/** A person who moves, sets a status or tries again, with choices of all sorts, or a second look. */
export const someTrigger: fc.Arbitrary<Ask> = fc
  .record({
    kind: fc.constantFrom('enter', 'enter', 'set_status', 'retry', 'items_changed'),
    target: fc.nat(4),
    status: fc.constantFrom('leave' as const, 'keep' as const),
    task: fc.constantFrom('carry' as const, 'leave', 'complete', 'cancel'),
    organizer: fc.constantFrom('carry' as const, 'leave', 'seal', 'archive'),
  })
  .map(({ kind, target, status, task, organizer }) => (pipeline, statuses) => {
    const by = {
      ...NO_CHOICES,
      pending: { byItem: new Map(), byKind: { task, organizer } },
      memberId: null,
      causeId: null,
    }
    const stageId = pipeline.stages[target % pipeline.stages.length]!.id
    switch (kind) {
      case 'enter':
        return { ...by, kind, how: 'moved_by_hand', pipelineId: pipeline.id, stageId, status }
      case 'set_status':
        return { ...by, kind, statusId: statuses[target]?.id ?? null }
      case 'retry': {
        const ids = pipeline.stages.flatMap((stage) => stage.automations).map((automation) => automation.id)
        return { kind, automationIds: new Set(ids), causeId: null }
      }
      default:
        return { kind: 'items_changed', causeId: null }
    }
  })

function someAutomation(parts: Parts): fc.Arbitrary<Automation> {
  const base = { id: '' as AutomationId, repeat: 'every_visit' as const }
  const members = fc.subarray(parts.members, { maxLength: 1 })
  const people = fc.constantFrom<Assignee[]>(
    [{ kind: 'role', id: parts.role }],
    parts.members.map((id) => ({ kind: 'member' as const, id })),
  )
  const condition = fc.option(fc.constantFrom(...parts.tags).map(hasTag))
  const plain: fc.Arbitrary<Automation> = fc.oneof(
    fc.constantFrom(asks.organizer(parts.organizer), asks.task(parts.task), asks.email(parts.email)),
    fc
      .record({ add: fc.subarray(parts.tags, { minLength: 1, maxLength: 1 }), clear: fc.boolean() })
      .map((change) => asks.tags(change)),
    members.map((add): Automation => {
      return { ...base, kind: 'update_account_access', replace: true, add, remove: [], condition: null }
    }),
    people.map((add): Automation => {
      return { ...base, kind: 'update_job_assignees', clear: true, add, remove: [], condition: null }
    }),
    fc.boolean().map((visible): Automation => {
      const shown = { visible, statusId: parts.clientStatus, description: null, notify: false }
      return { ...base, kind: 'update_client_status', ...shown, condition: null }
    }),
  )
  const repeat = fc.constantFrom('every_visit' as const, 'once_per_job')
  return fc.record({ plain, condition, repeat }).map(({ plain: automation, ...rest }) => ({ ...automation, ...rest }))
}

function renewed(automation: Automation): Automation {
  return { ...automation, id: newId<'automation'>() as AutomationId }
}

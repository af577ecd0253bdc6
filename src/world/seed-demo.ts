import { sql } from 'kysely'
import type { MemberActor } from '#kernel/actor.ts'
import {
  type AccountId,
  type FirmId,
  type IdentityId,
  type MemberId,
  newId,
  type PipelineId,
  type RoleId,
  type TagId,
} from '#kernel/ids.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import { createAccount } from '../features/accounts/index.ts'
import { createFirm } from '../features/firms/index.ts'
import { startAddingJobs } from '../features/jobs/index.ts'
import { EMPTY_CONTENT } from '../features/jobs/model.ts'
import { installPack } from '../features/library/index.ts'
import { setAvailability } from '../features/pipelines/index.ts'
import { changeRoleHolders } from '../features/roles/index.ts'
import { ensureTags } from '../features/tags/index.ts'
import { insertMember, startLists } from '../features/team/index.ts'
import type { System } from '../system.ts'
import { moveAround } from './move-around.ts'
import { type DemoAccount, type DemoMemberKey, demoAccounts, demoFirm, demoMembers, demoTags } from './names.ts'
import { seedDetails } from './seed-details.ts'
import { seedJobRecurrences } from './seed-job-recurrences.ts'
import { roleNamed, seedTasks } from './seed-tasks.ts'
import { tellClients } from './tell-clients.ts'

/** Which clients get a job of which shipped pipeline. */
const SERVICES: {
  pack: string
  job: string
  /** what its jobs can wait for besides their stage */
  waits: string[]
  takes(account: DemoAccount): boolean
}[] = [
  {
    pack: 'us_1040',
    job: '1040 [TAX_YEAR]',
    waits: ['Waits for the IRS', 'Extension filed'],
    takes: (it) => it.type === 'individual' && localeOf(it) === 'en',
  },
  {
    pack: 'monthly_books',
    job: 'Books [LAST_MONTH_NAME]',
    waits: ['Waits for the bank'],
    takes: (it) => it.tags.includes('Bookkeeping'),
  },
  {
    pack: 'nl_income_tax',
    job: 'IB-aangifte [TAX_YEAR]',
    waits: ['Wacht op de Belastingdienst'],
    takes: (it) => it.type === 'individual' && localeOf(it) === 'nl',
  },
  {
    pack: 'se_annual_accounts',
    job: 'Bokslut [TAX_YEAR]',
    waits: ['Väntar på Skatteverket'],
    takes: (it) => it.type === 'company' && localeOf(it) === 'sv',
  },
  {
    pack: 'de_income_tax',
    job: 'Einkommensteuer [TAX_YEAR]',
    waits: ['Wartet auf das Finanzamt'],
    takes: (it) => it.type === 'individual' && localeOf(it) === 'de',
  },
]

const { title: _, ...EMPTY } = EMPTY_CONTENT
const CONTENT = { ...EMPTY, dates: { kind: 'relative', startIn: null, dueIn: { count: 6, unit: 'week' } } } as const

/**
 * Puts the demo firm into a database that has no firm yet, by the same commands that people use: team, clients, the
 * library's pipelines, jobs under way. Answers its id, or null where there is a firm already.
 */
export async function seedDemo(system: System): Promise<FirmId | null> {
  const any = await system.maintenance.selectFrom('firms').select('firm_id').limit(1).executeTakeFirst()
  if (any) return null
  const firmId = newId<'firm'>()
  const identities = await makeIdentities(system)
  const members = new Map(demoMembers.map((member) => [member.key, newId<'member'>()]))
  await inFirm(system.source, { kind: 'system', firmId, name: 'demo' }, async (tx) => {
    await createFirm(tx, demoFirm)
    await startLists(tx, demoFirm.locale)
    for (const { key, ...member } of demoMembers) {
      await insertMember(tx, { ...member, id: members.get(key)!, identityId: identities.get(key)! })
    }
  })
  const owner = demoMembers.find((member) => member.role === 'owner')!
  const actor: MemberActor = {
    kind: 'member',
    firmId,
    identityId: identities.get(owner.key)!,
    memberId: members.get(owner.key)!,
    name: owner.name,
    role: 'owner',
    rights: [],
  }
  await inFirm(system.source, actor, (tx) => fill(tx, members))
  await system.worker.drain(['bulk'])
  await inFirm(system.source, actor, async (tx) => {
    await moveAround(tx)
    await seedDetails(tx, members)
  })
  return firmId
}

async function makeIdentities(system: System): Promise<Map<DemoMemberKey, IdentityId>> {
  const identities = new Map<DemoMemberKey, IdentityId>()
  for (const { key, name, email } of demoMembers) {
    const made = await system.maintenance
      .insertInto('auth.identities')
      .values({ name, email, email_verified: true })
      .returning('id')
      .executeTakeFirstOrThrow()
    identities.set(key, made.id as IdentityId)
  }
  return identities
}

async function fill(tx: Tx, members: ReadonlyMap<DemoMemberKey, MemberId>): Promise<void> {
  const names = Object.keys(demoTags) as (keyof typeof demoTags)[]
  const ids = await ensureTags(
    tx,
    names.map((name) => ({ name, color: demoTags[name] })),
  )
  const tagIds = new Map(names.map((name, index) => [name, ids[index]!]))
  const accounts = await makeAccounts(tx, tagIds, members)
  await giveRoles(tx, accounts, members)
  const roleIds = [await roleNamed(tx, 'Preparer')]
  for (const { pack, job, waits, takes } of SERVICES) {
    const { pipelineId } = await installPack(tx, pack)
    await tellClients(tx, pipelineId as PipelineId, waits)
    await setAvailability(tx, pipelineId, [...members.values()], await revisionOf(tx, pipelineId))
    const accountIds = demoAccounts.flatMap((account, index) => (takes(account) ? accounts[index]! : []))
    await startAddingJobs(tx, {
      ...CONTENT,
      roleIds,
      pipelineId: pipelineId as PipelineId,
      accountIds,
      name: job,
      deselectedAutomationIds: [],
      shown: [],
    })
    if (pack === 'monthly_books') await seedJobRecurrences(tx, pipelineId as PipelineId, accountIds)
  }
  await assignTasks(tx, roleIds)
  const books = accounts.filter((_, index) => demoAccounts[index]!.tags.includes('Bookkeeping'))
  await seedTasks(tx, books, members)
}

async function revisionOf(tx: Tx, pipelineId: PipelineId): Promise<number> {
  const found = tx.db.selectFrom('pipelines').select('revision').where('id', '=', pipelineId)
  return (await found.executeTakeFirstOrThrow()).revision
}

/** What the library's templates make is for whoever prepares for the client. */
async function assignTasks(tx: Tx, roleIds: RoleId[]): Promise<void> {
  await sql`
    with renewed as (
      insert into template_versions (firm_id, template_id, version, content, created_at)
      select v.firm_id, v.template_id, v.version + 1,
        v.content || jsonb_build_object('roleIds', ${JSON.stringify(roleIds)}::jsonb), ${tx.now}
      from templates t
      join template_versions v on v.firm_id = t.firm_id and v.template_id = t.id and v.version = t.version
      where t.firm_id = ${tx.firmId} and t.kind = 'task'
      returning template_id, version
    )
    update templates t set version = r.version, revision = revision + 1 from renewed r
    where t.firm_id = ${tx.firmId} and t.id = r.template_id`.execute(tx.db)
}

/** A person who is on two accounts is one contact. */
async function makeAccounts(
  tx: Tx,
  tagIds: ReadonlyMap<keyof typeof demoTags, TagId>,
  members: ReadonlyMap<DemoMemberKey, MemberId>,
): Promise<AccountId[]> {
  const known = new Map<string, string>()
  const made: AccountId[] = []
  for (const { name, type, tags, team, contacts } of demoAccounts) {
    const account = await createAccount(tx, {
      name,
      type,
      externalId: null,
      tagIds: tags.map((tag) => tagIds.get(tag)!),
      memberIds: team.map((key) => members.get(key)!),
      contacts: contacts.map(({ email, login, notify, ...person }) => {
        const contactId = known.get(email)
        if (contactId) return { contactId: contactId as never, login, notify }
        return { ...person, phone: null, emails: [{ email, login, notify }] }
      }),
    })
    for (const contact of account.contacts) for (const { email } of contact.emails) known.set(email, contact.id)
    made.push(account.id as AccountId)
  }
  return made
}

/** The first of a client's team prepares, the second reviews (D-17). */
async function giveRoles(
  tx: Tx,
  accounts: readonly AccountId[],
  members: ReadonlyMap<DemoMemberKey, MemberId>,
): Promise<void> {
  const roles = await tx.db
    .selectFrom('account_roles')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .execute()
  for (const [at, name] of ['Preparer', 'Reviewer'].entries()) {
    const roleId = roles.find((role) => role.name === name)!.id as RoleId
    const held = accounts.filter((_, index) => demoAccounts[index]!.team[at])
    const byMember = Map.groupBy(held, (id) => demoAccounts[accounts.indexOf(id)]!.team[at]!)
    for (const [key, accountIds] of byMember)
      await changeRoleHolders(tx, { accountIds, roleId, add: [members.get(key)!], remove: [] })
  }
}

function localeOf(account: DemoAccount): string {
  return account.contacts[0]!.locale
}

import { sql } from 'kysely'
import { type AccountId, newId, type PipelineId } from '#kernel/ids.ts'
import type { System } from '../src/system.ts'
import { type Caller, callerWith, firmIn } from '../test/support/firm-in.ts'
import {
  asks,
  hasTag,
  newEmailTemplate,
  newOrganizerTemplate,
  newTag,
  newTaskTemplate,
  publish,
} from '../test/support/pipeline.ts'

/** A firm with so many clients, each with one contact who is notified, and a pipeline whose first stage does four things. */
export type BenchFirm = { cookie: string; pipelineId: PipelineId; accountIds: AccountId[] }

export async function makeFirm(system: System, accounts: number): Promise<BenchFirm> {
  const firm = await firmIn(system)
  const [season, vip] = [await newTag(firm, 'Season'), await newTag(firm, 'VIP')]
  const pipeline = await publish(firm, 'Returns', [
    {
      name: 'Gather',
      automove: true,
      automations: [
        asks.tags({ add: [season] }),
        asks.organizer(await newOrganizerTemplate(firm, 'Questions')),
        asks.task(await newTaskTemplate(firm, 'Check')),
        asks.email(await newEmailTemplate(firm, 'Welcome'), hasTag(vip)),
      ],
    },
    { name: 'Prepare' },
    { name: 'Done' },
  ])
  const accountIds = Array.from({ length: accounts }, () => newId<'account'>())
  await system.maintenance.transaction().execute(async (db) => {
    const rows = JSON.stringify(accountIds.map((id, n) => ({ a: id, c: newId(), e: newId(), n })))
    const source = sql`jsonb_to_recordset(${rows}::jsonb) as row(a uuid, c uuid, e uuid, n integer)`
    const { firmId } = firm
    await sql`insert into accounts (firm_id, id, short_id, name, type, created_at)
      select ${firmId}, a, 'B' || n, 'Client ' || n, 'individual', now() from ${source}`.execute(db)
    await sql`insert into contacts (firm_id, id, first_name, last_name, name, created_at)
      select ${firmId}, c, 'Contact', n::text, 'Contact ' || n, now() from ${source}`.execute(db)
    await sql`insert into contact_emails (firm_id, id, contact_id, email)
      select ${firmId}, e, c, 'contact' || n || '@example.com' from ${source}`.execute(db)
    await sql`insert into account_contacts (firm_id, account_id, contact_id) select ${firmId}, a, c from ${source}`.execute(
      db,
    )
    await sql`insert into contact_settings (firm_id, account_id, contact_id, contact_email_id, login, notify)
      select ${firmId}, a, c, e, true, true from ${source}`.execute(db)
    await sql`insert into account_tags (firm_id, account_id, tag_id)
      select ${firmId}, a, ${vip} from ${source} where n % 2 = 0`.execute(db)
  })
  return { cookie: firm.owner.cookie, pipelineId: pipeline.id, accountIds }
}

export function callerFor(system: System, firm: BenchFirm): Caller['call'] {
  return callerWith(system, firm.cookie).call
}

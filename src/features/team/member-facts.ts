import { sql } from 'kysely'
import type { Catalog, MemberFacts } from '#engine/core/model.ts'
import type { MemberId, PipelineId } from '#kernel/ids.ts'
import { holdsRight, type Right, type Role } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'

type Row = {
  id: MemberId
  role: Role
  rights: Right[]
  state: 'invited' | 'active' | 'deactivated'
  default_access: boolean
  pipeline_ids: PipelineId[]
}

/** What the engine asks of the firm's members; those who are invited can be put on accounts and jobs already. */
export async function memberFacts(tx: Tx): Promise<Catalog['members']> {
  const { rows } = await sql<Row>`
    select m.id, m.role, m.rights, m.state, m.default_access,
      array(select p.pipeline_id::text from pipeline_members p
            where p.firm_id = m.firm_id and p.member_id = m.id) as pipeline_ids
    from team_members m where m.firm_id = ${tx.firmId}`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, factsOf(row)]))
}

function factsOf({ role, rights, state, default_access, pipeline_ids }: Row): MemberFacts {
  return {
    active: state !== 'deactivated',
    defaultAccess: default_access,
    seesAllAccounts: holdsRight({ role, rights }, 'view_all_accounts'),
    pipelines: role === 'employee' ? new Set(pipeline_ids) : 'all',
  }
}

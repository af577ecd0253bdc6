import type pg from 'pg'
import type { Work } from './prepare-work.ts'

/**
 * The one SQL for what the board shows at first: for each stage its first cards by client, and its counts. `narrowed`
 * says which jobs j of clients a count, and how far counts go: with a filter they are exact up to a thousand.
 */
export async function oneSql(client: pg.Client, { firmId, board }: Work, narrowed: Narrowed): Promise<number> {
  const began = performance.now()
  const { rows } = await client.query({
    name: narrowed.name,
    text: `
    select s.id, counted.count, cards.list
    from unnest($2::uuid[]) s(id)
      cross join lateral (${narrowed.count}) counted
      cross join lateral (
        select json_agg(card) as list from (
          select j.id, j.name, j.account_id, a.name as account_name, j.pending_items, j.done_items, j.failed_outcomes,
            j.stage_entered_at, j.revision,
            (select json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color))
             from account_tags x join tags t on t.firm_id = x.firm_id and t.id = x.tag_id
             where x.firm_id = j.firm_id and x.account_id = j.account_id) as tags
          from jobs j join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
          where j.firm_id = $1 and j.pipeline_id = $3 and j.stage_id = s.id and j.lifecycle <> 'archived' and j.deleted_at is null and ${narrowed.where}
          order by a.name_key, j.id limit 20) card) cards`,
    values: [firmId, board.stageIds, board.pipelineId],
  })
  if (rows.length !== board.stageIds.length) throw new Error('the limit misses stages')
  return performance.now() - began
}

export type Narrowed = { name: string; where: string; count: string }

const IN_STAGE =
  "j.firm_id = $1 and j.pipeline_id = $3 and j.stage_id = s.id and j.lifecycle <> 'archived' and j.deleted_at is null"

export const everything: Narrowed = {
  name: 'everything',
  where: 'true',
  count:
    'select sum(jobs) as count from board_counts c where c.firm_id = $1 and c.pipeline_id = $3 and c.stage_id = s.id',
}

/** What an employee sees of the jobs of clients with a tag. */
export function taggedClientsOf(memberId: string, tagId: string): Narrowed {
  const where = `exists (select from account_members m where m.firm_id = j.firm_id and m.account_id = j.account_id
      and m.member_id = '${memberId}')
    and exists (select from account_tags t where t.firm_id = j.firm_id and t.account_id = j.account_id
      and t.tag_id = '${tagId}')`
  const count = `select count(*) from (select from jobs j where ${IN_STAGE} and ${where} limit 1001) found`
  return { name: 'tagged', where, count }
}

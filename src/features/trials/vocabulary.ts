import type { Tx } from '#platform/db/tx.ts'
import { askedQuestions } from '../organizers/index.ts'
import type { Vocabulary } from './schemas.ts'

/** What conditions and automations may name today: nothing deleted, nobody who has left. */
export async function loadVocabulary(tx: Tx): Promise<Vocabulary> {
  const members = await tx.db
    .selectFrom('team_members')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('state', '<>', 'deactivated')
    .orderBy('name')
    .orderBy('id')
    .execute()
  const roles = await tx.db
    .selectFrom('account_roles')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  const clientStatuses = await tx.db
    .selectFrom('client_statuses')
    .select(['id', 'name', 'description'])
    .where('firm_id', '=', tx.firmId)
    .where('deleted_at', 'is', null)
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return { members, roles, clientStatuses, organizers: await askedQuestions(tx) }
}

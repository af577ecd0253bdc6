import { type SqlBool, sql } from 'kysely'
import type { MemberActor } from '#kernel/actor.ts'
import { checkFirmColour } from '#kernel/contrast.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Firm, FirmChange } from './contract.ts'
import { firmNow } from './queries.ts'

const SETTINGS = ['name', 'locale', 'timeZone', 'color', 'replyTo', 'secondFactorRequired'] as const

/**
 * Changes the firm's settings and records each that became another. Refuses a colour that cannot be read
 * (`colour_contrast`, with the nearest that can), requiring a second factor without having one (SEC-1), and a change
 * of what somebody changed meanwhile (`stale`).
 */
export async function changeFirm(tx: Tx, change: FirmChange, revision: number): Promise<Firm> {
  refusePaleColour(change.color)
  if (change.secondFactorRequired) await refuseWithoutOwn(tx)
  const before = await firmNow(tx)
  const after = { ...before, ...change }
  const written = await tx.db
    .updateTable('firms')
    .set((eb) => ({
      name: after.name,
      locale: after.locale,
      time_zone: after.timeZone,
      color: after.color,
      reply_to: after.replyTo,
      second_factor_required: after.secondFactorRequired,
      revision: eb('revision', '+', 1),
    }))
    .where('firm_id', '=', tx.firmId)
    .where('revision', '=', revision)
    .returning('revision')
    .executeTakeFirst()
  if (!written) throw new Refusal('stale', [], { current: await firmNow(tx) })
  for (const setting of SETTINGS) if (after[setting] !== before[setting]) recordChange(tx, setting, after)
  return { ...after, revision: written.revision }
}

function refusePaleColour(color: string | undefined): void {
  if (color === undefined) return
  const { passes, suggestion } = checkFirmColour(color)
  if (!passes) throw invalid('color', 'colour_contrast', { suggestion })
}

/** Else whoever switches it on would be the first to be locked out. */
async function refuseWithoutOwn(tx: Tx): Promise<void> {
  const { identityId } = tx.actor as MemberActor
  const { rows } = await sql<{ has: SqlBool }>`
    select two_factor_enabled is true as has from auth.identities where id = ${identityId}`.execute(tx.db)
  if (!rows[0]?.has) throw invalid('secondFactorRequired', 'own_second_factor_first')
}

function recordChange(tx: Tx, setting: (typeof SETTINGS)[number], after: Firm): void {
  const to = String(after[setting] ?? 'none')
  tx.record({ type: 'firm.changed', subject: { kind: 'firm', id: tx.firmId }, payload: { setting, to } })
}

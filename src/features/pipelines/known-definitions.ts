import { sql } from 'kysely'
import type { PipelineId } from '#kernel/ids.ts'
import type { Server } from '#platform/db/server.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PipelineDefinition } from './model.ts'

type VersionKey = { id: PipelineId; version: number }

/** What each process has read of versions; the oldest of these many are forgotten. */
const known = new WeakMap<Server, Map<string, PipelineDefinition>>()
const MOST_KNOWN = 300

/**
 * What versions of pipelines say, by pipeline. PostgreSQL refuses to change a version once it is there, so that each
 * process reads it once.
 */
export async function definitionsOf(
  tx: Tx,
  wanted: readonly VersionKey[],
): Promise<Map<PipelineId, PipelineDefinition>> {
  const kept = known.get(tx.server) ?? new Map<string, PipelineDefinition>()
  known.set(tx.server, kept)
  const keyOf = ({ id, version }: VersionKey) => `${tx.firmId}/${id}/${version}`
  const answer = new Map<PipelineId, PipelineDefinition>()
  const unknown: VersionKey[] = []
  for (const key of wanted) {
    const definition = kept.get(keyOf(key))
    if (definition) answer.set(key.id, definition)
    else unknown.push(key)
  }
  const young = await youngOnes(tx)
  for (const { definition, ...key } of await readDefinitions(tx, unknown)) {
    answer.set(key.id, definition)
    if (!young.has(key.id)) kept.set(keyOf(key), frozen(definition))
  }
  for (const key of kept.keys()) {
    if (kept.size <= MOST_KNOWN) break
    kept.delete(key)
  }
  return answer
}

/** What this very transaction publishes is not kept: it may be undone, and its number given to another version (B-1). */
export async function isPublishing(tx: Tx, id: PipelineId): Promise<void> {
  ;(await youngOnes(tx)).add(id)
}

function youngOnes(tx: Tx): Promise<Set<PipelineId>> {
  return tx.once('pipelines published here', async () => new Set())
}

type Read = VersionKey & { definition: PipelineDefinition }

async function readDefinitions(tx: Tx, wanted: readonly VersionKey[]): Promise<Read[]> {
  if (wanted.length === 0) return []
  const { rows } = await sql<Read>`
    select v.pipeline_id as id, v.version, v.definition
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(id uuid, version integer)
      join pipeline_versions v on v.firm_id = ${tx.firmId} and v.pipeline_id = wanted.id and v.version = wanted.version
    `.execute(tx.db)
  return rows
}

/** Everybody shares it, so that nobody may change it. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen)
  return value
}

import type { MemberActor } from '#kernel/actor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { DryRun } from './contract.ts'
import { decide } from './decide.ts'
import { type FileFormat, firstRows, type OpenFile } from './detect-file.ts'
import { DRY_RUN_ROWS, type ImportMapping } from './model.ts'
import { rowReader } from './read-row.ts'
import { findSharedEmails } from './shared-emails.ts'
import { readWorld } from './world.ts'

const SHOWN_PROBLEMS = 100

/** What the import would do, decided by the very function that decides the import; nothing is written (IMP-5). */
export async function dryRun(
  tx: Tx,
  {
    open,
    format,
    mapping,
    importer,
  }: { open: OpenFile; format: FileFormat; mapping: ImportMapping; importer: MemberActor },
): Promise<DryRun> {
  const sharedEmails = await findSharedEmails(open, format, mapping)
  const read = (await firstRows(open, format, DRY_RUN_ROWS)).map(rowReader(mapping))
  const world = await readWorld(
    tx,
    importer,
    read.map(({ row }) => row),
  )
  const { counts, newTags, problems } = decide(world, read, { mapping, sharedEmails, at: tx.now.getTime() })
  return {
    checkedRows: read.length,
    counts,
    newTags,
    problemCount: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
  }
}

import type { ChildProcess } from 'node:child_process'
import { chown, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { EmbeddedError } from './embedded-error.ts'
import type { RunAs } from './run-as.ts'

/**
 * Makes the database's files at `<data folder>/postgres` unless they are there. They are made beside it and moved in
 * place when complete, so that a start that was killed half-way leaves nothing that looks like a database.
 */
export async function makeCluster(dataDir: string, cluster: string, initdb: string, runAs: RunAs): Promise<void> {
  if (await stat(cluster).catch(() => undefined)) return
  for (const entry of await readdir(dataDir)) {
    if (entry.startsWith(UNFINISHED)) await rm(join(dataDir, entry), { recursive: true, force: true, maxRetries: 3 })
  }
  const making = await mkdtemp(join(dataDir, UNFINISHED))
  await chown(making, runAs.owner.uid, runAs.owner.gid)
  await finish(runAs.spawn(initdb, ['-D', making, ...FORM], { stdio: ['ignore', 'ignore', 'pipe'] }))
  await rename(making, cluster)
  await keepNames(dataDir)
}

const UNFINISHED = 'postgres.new-'

/** The same sorting and the same letters on every machine; who reaches the socket (0700) is trusted. */
const FORM = [
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

async function finish(initdb: ChildProcess): Promise<void> {
  const said = text(initdb.stderr!)
  const code = await new Promise((resolve, reject) => {
    initdb.once('exit', resolve)
    initdb.once('error', reject)
  })
  if (code !== 0) throw new EmbeddedError(`The database's files could not be made: ${(await said).trim()}`)
}

/** Puts the folder's entries on disk: a move that a power cut undoes would lose the whole database. */
async function keepNames(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync()
  await handle.close()
}

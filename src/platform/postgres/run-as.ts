import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { chmod, chown, lchown, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'

/** As whom the database's programs run: PostgreSQL refuses root, so root starts them as somebody else. */
export type RunAs = {
  /** who must own the database's files */
  owner: { uid: number; gid: number }
  spawn(program: string, words: string[], options: SpawnOptions): ChildProcess
}

/**
 * An ordinary user: as that user. Root: as the owner of the database's files, or as `nobody`; where that one cannot
 * enter the data folder or read the programs (both often lie under /root), in a user namespace that makes root look
 * like `nobody`. Throws EmbeddedError where neither goes.
 */
export async function chooseRunAs(dataDir: string, cluster: string, postgres: string): Promise<RunAs> {
  const uid = process.getuid!()
  const gid = process.getgid!()
  const files = await stat(cluster).catch(() => undefined)
  if (uid !== 0) {
    if (files && files.uid !== uid) throw notYours(cluster, files.uid)
    return runAs({ uid, gid })
  }
  await letPass(dataDir)
  const other = files && files.uid !== 0 ? { uid: files.uid, gid: files.gid } : NOBODY
  const choices = [runAs(other, other), runAs({ uid, gid }, {}, ['unshare', ...disguise()])]
  const choice = choices.find((as) => as.works(dataDir, postgres))
  if (!choice) throw noWay(dataDir)
  if (files && files.uid !== choice.owner.uid) await giveTo(cluster, choice.owner)
  return choice
}

const NOBODY = { uid: 65_534, gid: 65_534 }

/** What the programs see of our environment: nothing that could redirect them. */
const env = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C' }

function disguise(): string[] {
  return ['--user', `--map-user=${NOBODY.uid}`, `--map-group=${NOBODY.gid}`]
}

function runAs(owner: RunAs['owner'], identity: { uid?: number; gid?: number } = {}, before: string[] = []) {
  const common = { ...identity, env, cwd: '/' }
  const line = (program: string, words: string[]) => [...before, program, ...words] as [string, ...string[]]
  return {
    owner,
    spawn(program: string, words: string[], options: SpawnOptions) {
      const [first, ...rest] = line(program, words)
      return spawn(first, rest, { ...options, ...common })
    },
    works(dataDir: string, postgres: string): boolean {
      const [first, ...rest] = line('/bin/sh', ['-c', 'cd "$1" && "$2" --version', 'sh', dataDir, postgres])
      return spawnSync(first, rest, common).status === 0
    },
  }
}

/** Lets others pass through the data folder (not list it): the database's folder in it belongs to another user. */
async function letPass(dataDir: string): Promise<void> {
  const { mode, uid } = await stat(dataDir)
  if (uid === 0 && (mode & 0o001) === 0) await chmod(dataDir, (mode & 0o777) | 0o001)
}

async function giveTo(path: string, owner: RunAs['owner']): Promise<void> {
  await chown(path, owner.uid, owner.gid)
  const entries = await readdir(path, { recursive: true })
  for (const entry of entries) await lchown(join(path, entry), owner.uid, owner.gid)
}

function notYours(cluster: string, uid: number): EmbeddedError {
  return new EmbeddedError(
    `The database in ${cluster} belongs to the user with id ${uid}: start Throughline as that user or as root, or give it a DATA_DIR of its own.`,
  )
}

function noWay(dataDir: string): EmbeddedError {
  return new EmbeddedError(
    `PostgreSQL does not run as root, and no other user can enter both ${dataDir} and the folder of Throughline: put them where everybody may pass, like /srv, or start Throughline as an ordinary user.`,
  )
}

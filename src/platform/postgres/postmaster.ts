import { closeSync, openSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { EmbeddedError } from './embedded-error.ts'
import type { RunAs } from './run-as.ts'
import { commandOf, worksIn } from './running.ts'

/** A running PostgreSQL server of ours. */
export type Postmaster = {
  /** Ends it in good order: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>
  /** Asks for the same without waiting: for the last moment of an app that ends in a hurry. */
  dismiss(): void
  /** once it has ended, asked or not */
  ended: Promise<void>
}

type Place = {
  /** the database's files */
  cluster: string
  /** an empty folder that only the database's user may enter; its socket is made there */
  sockets: string
  /** what the server says; the previous run's is kept beside it as `….1` */
  logFile: string
}

/** Starts the server and waits until it takes connections, however long recovery needs. Throws EmbeddedError. */
export async function startPostmaster(postgres: string, place: Place, runAs: RunAs): Promise<Postmaster> {
  await rename(place.logFile, `${place.logFile}.1`).catch(() => undefined)
  const log = openSync(place.logFile, 'w', 0o600)
  // In a group of its own: Ctrl-C at the terminal is for the app, which stops the server when it is done with it.
  const child = runAs.spawn(postgres, settings(place), { detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  let gone = false
  void ended.then(() => {
    gone = true
  })
  while (!gone && !(await isReady(place.cluster, child.pid))) await sleep(10)
  const { pid } = child
  if (gone || pid === undefined) throw await notStarted(place.logFile)
  child.unref()
  return { stop: () => shutDown(pid, () => gone), dismiss: () => signal(pid, 'SIGINT'), ended }
}

/**
 * Ends the server that a killed app left running on these files, and clears the way where the number in its pid file
 * now belongs to some other program. A pid file of a dead server stays: PostgreSQL itself judges by what is in it
 * whether a part of that server still lives.
 */
export async function stopLeftover(cluster: string): Promise<void> {
  const pid = Number((await pidFile(cluster))[0])
  if (!Number.isInteger(pid) || pid <= 0 || commandOf(pid) === undefined) return
  if (!isServerOf(cluster, pid)) return rm(join(cluster, 'postmaster.pid'))
  await shutDown(pid, () => !isServerOf(cluster, pid))
}

function settings({ cluster, sockets }: Place): string[] {
  const chosen = {
    listen_addresses: '',
    unix_socket_directories: sockets,
    unix_socket_permissions: '0700',
    fsync: 'on',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Values that people entered stand in statements and details; the log shows neither.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  }
  return ['-D', cluster, ...Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** A server works in its own folder, whatever path led there; where that cannot be seen its command line tells. */
function isServerOf(cluster: string, pid: number): boolean {
  const command = commandOf(pid) ?? ''
  if (!command.includes('/postgres -D ')) return false
  return worksIn(pid, cluster) ?? command.includes(` -D ${cluster} `)
}

async function isReady(cluster: string, pid: number | undefined): Promise<boolean> {
  const lines = await pidFile(cluster)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

/** Its lines: pid, folder, start, port, folder of the socket, address, shared memory, state. */
async function pidFile(cluster: string): Promise<string[]> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n')
}

/** Asks for a fast shutdown; after half a minute for an immediate one, which the next start recovers from. */
async function shutDown(pid: number, isGone: () => boolean): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (isGone()) return
    signal(pid, name)
    for (let waited = 0; waited < 30_000 && !isGone(); waited += 10) await sleep(10)
  }
}

/** One that has just ended by itself needs no signal. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function notStarted(logFile: string): Promise<EmbeddedError> {
  const log = await readFile(logFile, 'utf8').catch(() => '')
  const reasons = log.split('\n').filter((line) => /FATAL|PANIC|error while loading/.test(line))
  const reason = reasons.at(-1)?.replace(/^.*?(FATAL|PANIC): +/, '') ?? 'it gave no reason'
  return new EmbeddedError(`The embedded PostgreSQL did not start: ${reason} (${logFile} has the rest).`)
}

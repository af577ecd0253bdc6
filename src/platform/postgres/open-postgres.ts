import { rmSync } from 'node:fs'
import { access, chown, constants, mkdir, mkdtemp, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Client } from 'pg'
import { findBinaries } from './binaries.ts'
import { makeCluster } from './cluster.ts'
import { EmbeddedError } from './embedded-error.ts'
import { type Hold, holdDataDir, holderOf } from './hold.ts'
import { keepServing } from './keep-serving.ts'
import { type Postmaster, startPostmaster, stopLeftover } from './postmaster.ts'
import { chooseRunAs } from './run-as.ts'

/** A database to work with. */
export type OpenPostgres = {
  /** as the `pg` package takes it */
  url: string
  /** whether the server is the one that comes with Throughline */
  embedded: boolean
  /** Ends an embedded server and lets go of the data folder; a server of somebody else's runs on. */
  stop(): Promise<void>
}

type Choice = { databaseUrl: string | undefined; dataDir: string }

/**
 * The server that DATABASE_URL names, else the embedded one on the data folder, which is claimed for this process.
 * A server that a killed app left behind is ended first. Throws EmbeddedError with a sentence for the person who
 * starts Throughline, among others when another live process has the data folder.
 */
export async function openPostgres(config: Choice): Promise<OpenPostgres> {
  if (config.databaseUrl) return elsewhere(config.databaseUrl, false)
  const dataDir = await makeFolder(config.dataDir)
  const hold = holdDataDir(dataDir)
  try {
    return await serve(dataDir, hold)
  } catch (error) {
    hold.release()
    throw error
  }
}

/**
 * For a command that works beside a running app: the embedded server which that app has open. Without a running app
 * the same as `openPostgres`.
 */
export async function joinPostgres(config: Choice): Promise<OpenPostgres> {
  const sockets = config.databaseUrl ? undefined : holderOf(resolve(config.dataDir))?.sockets
  return sockets ? elsewhere(urlOf(sockets), true) : openPostgres(config)
}

function elsewhere(url: string, embedded: boolean): OpenPostgres {
  return { url, embedded, stop: async () => undefined }
}

async function serve(dataDir: string, hold: Hold): Promise<OpenPostgres> {
  const cluster = join(dataDir, 'postgres')
  const programs = await findBinaries()
  await stopLeftover(cluster)
  if (hold.before?.sockets) forgetSockets(hold.before.sockets)
  const runAs = await chooseRunAs(dataDir, cluster, programs.postgres)
  await makeCluster(dataDir, cluster, programs.initdb, runAs)
  const sockets = await mkdtemp(SOCKETS)
  await chown(sockets, runAs.owner.uid, runAs.owner.gid)
  const place = { cluster, sockets, logFile: join(dataDir, 'postgres.log') }
  const start = () => startPostmaster(programs.postgres, place, runAs)
  const first = await start().catch((error: unknown) => {
    forgetSockets(sockets)
    throw error
  })
  const startAgain = async () => {
    await stopLeftover(cluster)
    return start()
  }
  const stop = stopper(keepServing(first, startAgain), sockets, hold)
  try {
    await makeDatabase(sockets)
  } catch (error) {
    await stop()
    throw error
  }
  hold.announce(sockets)
  return { url: urlOf(sockets), embedded: true, stop }
}

/** Short, since a socket's path has room for about 100 bytes; the folder is readable for nobody else. */
const SOCKETS = '/tmp/throughline-'

function urlOf(sockets: string, database = 'throughline'): string {
  return `postgresql://postgres@/${database}?host=${sockets}`
}

/** Ends the server once, however often it is asked; also when the app ends in some other way than by being killed. */
function stopper(postmaster: Omit<Postmaster, 'ended'>, sockets: string, hold: Hold): () => Promise<void> {
  const letGo = () => {
    forgetSockets(sockets)
    hold.release()
  }
  const onExit = () => {
    postmaster.dismiss()
    letGo()
  }
  process.once('exit', onExit)
  let stopping: Promise<void> | undefined
  return () => {
    process.off('exit', onExit)
    stopping ??= postmaster.stop().then(letGo)
    return stopping
  }
}

function forgetSockets(sockets: string): void {
  if (sockets.startsWith(SOCKETS)) rmSync(sockets, { recursive: true, force: true })
}

async function makeDatabase(sockets: string): Promise<void> {
  const client = new Client({ connectionString: urlOf(sockets, 'postgres') })
  await client.connect()
  try {
    const found = await client.query("select from pg_database where datname = 'throughline'")
    if (found.rowCount === 0) await client.query('create database throughline')
  } finally {
    await client.end()
  }
}

/** Its real path: the same folder reached by another name is still the same database. */
async function makeFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.W_OK)
    return await realpath(dataDir)
  } catch (cause) {
    const reason = (cause as Error).message
    throw new EmbeddedError(`The data folder ${dataDir} cannot be used: ${reason}.`, { cause })
  }
}

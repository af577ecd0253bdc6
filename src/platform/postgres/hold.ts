import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'
import { birthOf } from './running.ts'

/** Who uses a data folder: written to `throughline.pid` in it. */
export type Holder = {
  pid: number
  /** tells this process from a later one with the same number */
  birth: string
  /** the folder of the database's socket, once it serves */
  sockets?: string
}

/** This process's claim on a data folder. */
export type Hold = {
  /** Who held it before and died without letting go. */
  before: Holder | undefined
  /** Tells others where the database serves. */
  announce(sockets: string): void
  release(): void
}

/** Claims the data folder for this process. Throws EmbeddedError, naming the holder, while another live process has it. */
export function holdDataDir(dataDir: string): Hold {
  const path = holdPath(dataDir)
  const me: Holder = { pid: process.pid, birth: birthOf(process.pid)! }
  const before = claim(path, me, dataDir)
  return {
    before,
    announce: (sockets) => renameSync(draft(path, { ...me, sockets }), path),
    release: () => {
      if (readHolder(path)?.pid === me.pid) rmSync(path, { force: true })
    },
  }
}

/** The live process that has the data folder, if one has. */
export function holderOf(dataDir: string): Holder | undefined {
  const holder = readHolder(holdPath(dataDir))
  return holder && isAlive(holder) ? holder : undefined
}

function holdPath(dataDir: string): string {
  return join(dataDir, 'throughline.pid')
}

/** Puts our claim in place in one step, so that of two that start together one wins; a dead holder's is moved away. */
function claim(path: string, me: Holder, dataDir: string): Holder | undefined {
  const mine = draft(path, me)
  try {
    if (linked(mine, path)) return undefined
    const before = readHolder(path)
    if (before && isAlive(before)) throw held(dataDir, before)
    const moved = moveAside(path, me)
    if (moved && isAlive(moved)) throw held(dataDir, moved)
    if (!linked(mine, path)) throw held(dataDir, readHolder(path))
    return before
  } finally {
    rmSync(mine, { force: true })
  }
}

/** Takes a dead holder's file away and says whose it was; another's who came between the look and the move is put back. */
function moveAside(path: string, me: Holder): Holder | undefined {
  const aside = `${path}.${me.pid}.dead`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const moved = readHolder(aside)
  if (moved && isAlive(moved)) linked(aside, path)
  rmSync(aside)
  return moved
}

function draft(path: string, holder: Holder): string {
  const mine = `${path}.${holder.pid}`
  writeFileSync(mine, `${JSON.stringify(holder)}\n`)
  return mine
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function held(dataDir: string, holder: Holder | undefined): EmbeddedError {
  const who = holder ? `the Throughline with process id ${holder.pid}` : 'another Throughline'
  return new EmbeddedError(
    `The data folder ${dataDir} is in use by ${who}: stop that one first, or give this one a DATA_DIR of its own.`,
  )
}

function isAlive(holder: Holder): boolean {
  return birthOf(holder.pid) === holder.birth
}

/** A file that cannot be read as a claim (cut short by a full disk) claims nothing. */
function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

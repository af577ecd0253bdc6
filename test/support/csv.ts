import { importsContract } from '../../src/features/imports/contract.ts'
import type { ImportMapping } from '../../src/features/imports/model.ts'
import type { Caller, TestFirm } from './firm.ts'

export type MappingSent = Partial<Omit<ImportMapping, 'settings'>> & { settings?: Partial<ImportMapping['settings']> }

/** Uploads a text (or bytes) as a file and gives the import. */
export function uploadCsv(caller: Caller, content: string | Uint8Array, name = 'clients.csv') {
  const body = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return caller.call(importsContract.uploadImport, { query: { name }, body })
}

/** Uploads, maps by the headings where nothing else is said, imports, and gives the import as it ended. */
export async function importCsv(
  firm: TestFirm,
  content: string | Uint8Array,
  mapping: MappingSent = {},
  caller = firm.owner,
) {
  const { id } = await uploadCsv(caller, content)
  const dryRun = await mapImport(caller, id, mapping)
  await caller.call(importsContract.startImport, { params: { id } })
  await firm.drain()
  const ended = await caller.call(importsContract.getImport, { params: { id } })
  return { ...ended, dryRun, problems: await problemsOf(caller, id) }
}

export async function mapImport(caller: Caller, id: string, mapping: MappingSent = {}) {
  const { suggestion } = await caller.call(importsContract.previewImport, { params: { id } })
  const body = { mode: 'accounts_and_contacts', columns: suggestion, ...mapping }
  return caller.call(importsContract.setImportMapping, { params: { id }, body })
}

/** "line field code", one per problem. */
export async function problemsOf(caller: Caller, id: string): Promise<string[]> {
  const { items } = await caller.call(importsContract.listImportProblems, { params: { id }, query: { limit: 100 } })
  return items.map(({ line, field, code }) => `${line} ${field} ${code}`)
}

/** A file of that many clients with one contact each. */
export function csvOf(
  rows: number,
  cells = (n: number) => [`Client ${n}`, `First${n}`, `Last${n}`, `client${n}@example.com`, `EXT-${n}`],
) {
  const lines = Array.from({ length: rows }, (_, n) => cells(n + 1).join(','))
  return `Client,First name,Last name,E-mail,Client number\n${lines.join('\n')}\n`
}

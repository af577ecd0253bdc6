import { StatStrip } from '#web/design/stat-strip.tsx'
import { useFormat, useText } from '#web/text.tsx'
import type { ImportCounts } from '../model.ts'

const SHOWN = [
  ['accountsCreated', 'imports.accounts_created'],
  ['accountsUpdated', 'imports.accounts_updated'],
  ['contactsCreated', 'imports.contacts_created'],
  ['contactsUpdated', 'imports.contacts_updated'],
  ['rowsUnchanged', 'imports.rows_unchanged'],
  ['rowsRefused', 'imports.rows_refused'],
] as const

/** What an import does, in figures; those that are zero are left out, except the clients. */
export function Counts({ counts }: { counts: ImportCounts }) {
  const t = useText()
  const { number } = useFormat()
  const shown = SHOWN.filter(([name]) => counts[name] > 0 || name === 'accountsCreated')
  return (
    <StatStrip
      stats={shown.map(([name, text]) => ({
        value: number(counts[name]),
        label: t(text, { count: counts[name] }),
        ...(name === 'rowsRefused' ? { state: 'stuck' as const } : {}),
      }))}
    />
  )
}

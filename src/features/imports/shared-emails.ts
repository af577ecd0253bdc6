import { contactName } from '../accounts/model.ts'
import { type FileFormat, type OpenFile, rowsBelowHeadings } from './detect-file.ts'
import { key } from './matching.ts'
import type { ImportMapping } from './model.ts'
import { rowReader } from './read-row.ts'

/** Addresses that a file gives to several people, in lower case: there a name tells them apart. */
export async function findSharedEmails(
  open: OpenFile,
  format: FileFormat,
  mapping: ImportMapping,
): Promise<Set<string>> {
  const read = rowReader(mapping)
  const names = new Map<string, string>()
  const shared = new Set<string>()
  for await (const rows of rowsBelowHeadings(open, format)) {
    for (const row of rows) {
      const { contact } = read(row).row
      const name = contact ? key(contactName(contact)) : ''
      if (name === '') continue
      for (const email of contact!.emails.map(key)) {
        const other = names.get(email)
        if (other === undefined) names.set(email, name)
        else if (other !== name) shared.add(email)
      }
    }
  }
  return shared
}

import { invalid } from '#kernel/refusal.ts'

/** Where a list goes on: the sort values of the last row, opaque to callers. */
export function encodeCursor(values: (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** The values of a cursor, or a refusal: a cursor is only what a list gave. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === length) return values
  } catch {
    // not ours: refused below
  }
  throw invalid('cursor', 'invalid_value')
}

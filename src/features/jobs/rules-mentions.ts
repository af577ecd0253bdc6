import type { MemberId } from '#kernel/ids.ts'

/**
 * A mention in a stored text is `@{id of the member}`: it follows when the member is renamed, and nothing else can pass
 * for one.
 */
const MENTION = /@\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}/g

export type TextPart = { kind: 'text'; text: string } | { kind: 'mention'; memberId: MemberId }

/** Who is mentioned in a text, each once (JOB-5, JOB-14). */
export function mentionsIn(text: string): MemberId[] {
  return [...new Set([...text.matchAll(MENTION)].map((found) => found[1] as MemberId))]
}

/** A stored text as it is shown: words and mentions. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const found of text.matchAll(MENTION)) {
    if (found.index > from) parts.push({ kind: 'text', text: text.slice(from, found.index) })
    parts.push({ kind: 'mention', memberId: found[1] as MemberId })
    from = found.index + found[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

export type Named = { id: string; name: string }

/** A stored text as it is typed: mentions by name. */
export function typedFrom(text: string, members: readonly Named[]): string {
  const names = new Map(members.map(({ id, name }) => [id, name]))
  return text.replaceAll(MENTION, (whole, id: string) => (names.has(id) ? `@${names.get(id)}` : whole))
}

/** What was typed as it is stored: a member's full name after an @ mentions him; the longest name that fits wins. */
export function storedFrom(typed: string, members: readonly Named[]): string {
  const longestFirst = [...members].sort((a, b) => b.name.length - a.name.length)
  return longestFirst.reduce((text, { id, name }) => text.replaceAll(`@${name}`, `@{${id}}`), typed)
}

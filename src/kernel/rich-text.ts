/**
 * Formatted text is text: `**bold**`, `*italic*`, `[words](https://…)`, bare addresses, and lines that begin with `- ` or
 * `1. `. What is stored is what was typed, so shortcodes, mentions and searches need not know of it; what is shown is
 * made of these parts and nothing else, so no text can bring a tag or a script along.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'em'; parts: Inline[] }
  | { kind: 'link'; href: string; label: string }

export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'bullets'; items: Inline[][] }
  | { kind: 'numbers'; items: Inline[][]; first: number }

/** A text as it is shown: paragraphs and lists, in order. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let broken = true
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') {
      broken = true
      continue
    }
    const block = lineOf(line)
    const last = broken ? undefined : blocks.at(-1)
    if (last?.kind === 'paragraph' && block.kind === 'paragraph') last.lines.push(...block.lines)
    else if (last?.kind === 'bullets' && block.kind === 'bullets') last.items.push(...block.items)
    else if (last?.kind === 'numbers' && block.kind === 'numbers') last.items.push(...block.items)
    else blocks.push(block)
    broken = false
  }
  return blocks
}

/** The words alone, on one line, for where there is no room for more. */
export function wordsOf(text: string): string {
  return blocksOf(text)
    .flatMap((block) => (block.kind === 'paragraph' ? block.lines : block.items))
    .map((parts) => parts.map(plain).join(''))
    .join(' ')
}

const BULLET = /^\s*[-*•]\s+(?=\S)/
const NUMBER = /^\s*(\d{1,4})[.)]\s+(?=\S)/

function lineOf(line: string): Block {
  const bullet = BULLET.exec(line)
  if (bullet) return { kind: 'bullets', items: [inlinesOf(line.slice(bullet[0].length))] }
  const number = NUMBER.exec(line)
  if (number) return { kind: 'numbers', items: [inlinesOf(line.slice(number[0].length))], first: Number(number[1]) }
  return { kind: 'paragraph', lines: [inlinesOf(line)] }
}

/** Links first, so that a star in an address stays one; a mark stands at the edge of words, so that 2*3*4 stays a sum. */
const MARKED = new RegExp(
  [
    /\[(?<label>[^\][\n]+)\]\((?<target>https?:\/\/[^\s()<>"]+|mailto:[^\s()<>"]+)\)/u,
    /(?<bare>https?:\/\/[^\s<>"]*[^\s<>".,;:!?)*])/u,
    /(?<![\p{L}\p{N}*])\*\*(?=[^\s*])(?<strong>[^\n]*?[^\s*])\*\*(?![\p{L}\p{N}*])/u,
    /(?<![\p{L}\p{N}*])\*(?=[^\s*])(?<em>[^*\n]*?[^\s*])\*(?![\p{L}\p{N}*])/u,
  ]
    .map((part) => part.source)
    .join('|'),
  'gu',
)

function inlinesOf(line: string): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const found of line.matchAll(MARKED)) {
    if (found.index > from) parts.push({ kind: 'text', text: line.slice(from, found.index) })
    parts.push(markedOf(found.groups!))
    from = found.index + found[0].length
  }
  if (from < line.length) parts.push({ kind: 'text', text: line.slice(from) })
  return parts
}

function markedOf({ label, target, bare, strong, em }: Record<string, string | undefined>): Inline {
  if (target !== undefined) return { kind: 'link', href: target, label: label! }
  if (bare !== undefined) return { kind: 'link', href: bare, label: bare }
  if (strong !== undefined) return { kind: 'strong', parts: inlinesOf(strong) }
  return { kind: 'em', parts: inlinesOf(em!) }
}

function plain(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return part.text
    case 'link':
      return part.label
    case 'strong':
    case 'em':
      return part.parts.map(plain).join('')
  }
}

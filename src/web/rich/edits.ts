/** A text being written, and what of it is selected. */
export type Written = { text: string; start: number; end: number }

/** Puts marks around what is selected, or takes them off; nothing selected: around the caret. */
export function toggleMark({ text, start, end }: Written, mark: '**' | '*'): Written {
  const [before, chosen, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)]
  if (isMarked(before, after, mark)) {
    const [left, right] = [before.slice(0, -mark.length), after.slice(mark.length)]
    return { text: left + chosen + right, start: left.length, end: left.length + chosen.length }
  }
  const [, lead, words, trail] = /^(\s*)(.*?)(\s*)$/s.exec(chosen)!
  const from = start + lead!.length + mark.length
  return { text: before + lead + mark + words + mark + trail + after, start: from, end: from + words!.length }
}

/** A star is the mark of italics only where it is not half of the mark of bold. */
function isMarked(before: string, after: string, mark: '**' | '*'): boolean {
  const [left, right] = [/\**$/.exec(before)![0].length, /^\**/.exec(after)![0].length]
  const has = (stars: number) => (mark === '**' ? stars >= 2 : stars === 1 || stars === 3)
  return has(left) && has(right)
}

const ITEM = /^(\s*)(?:([-*•])|(\d{1,4})([.)]))\s+/

/** Makes the selected lines items of a list, or takes the list off where all of them are. */
export function toggleList({ text, start, end }: Written, kind: 'bullets' | 'numbers'): Written {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const found = text.indexOf('\n', Math.max(end, from))
  const to = found < 0 ? text.length : found
  const lines = text.slice(from, to).split('\n')
  const isOn = lines.every((line) => (kind === 'bullets' ? /^\s*[-*•]\s/ : /^\s*\d{1,4}[.)]\s/).test(line))
  const bare = lines.map((line) => line.replace(ITEM, ''))
  const changed = isOn ? bare : bare.map((line, at) => `${kind === 'bullets' ? '-' : `${at + 1}.`} ${line}`)
  const block = changed.join('\n')
  const whole = { text: text.slice(0, from) + block + text.slice(to), end: from + block.length }
  return { ...whole, start: lines.length === 1 ? whole.end : from }
}

const ADDRESS = 'https://'

/** Makes a link of what is selected, its address selected so that it is typed next. */
export function addLink({ text, start, end }: Written): Written {
  const chosen = text.slice(start, end)
  const isAddress = /^https?:\/\/\S+$/.test(chosen)
  const head = `${text.slice(0, start)}[${isAddress ? '' : chosen}](`
  const address = isAddress ? chosen : ADDRESS
  const whole = `${head}${address})${text.slice(end)}`
  if (isAddress || chosen === '') return { text: whole, start: start + 1, end: start + 1 }
  return { text: whole, start: head.length, end: head.length + address.length }
}

/** What Enter does within a list: the next item, or, in an empty one, the end of the list; null: a new line as ever. */
export function enterInList({ text, start, end }: Written): Written | null {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const line = text.slice(from, start)
  const item = ITEM.exec(line)
  if (start !== end || !item) return null
  if (line.length === item[0].length) return { text: text.slice(0, from) + text.slice(start), start: from, end: from }
  const [, lead, bullet, number, dot] = item
  const next = `\n${lead}${bullet ?? `${Number(number) + 1}${dot}`} `
  const at = start + next.length
  return { text: text.slice(0, start) + next + text.slice(start), start: at, end: at }
}

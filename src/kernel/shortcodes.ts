import { distance, nearest } from './nearest.ts'

/** The tokens a text may hold, by what they speak of (SHC-1, SHC-3). `internal` ones never stand in a client's text. */
export const SHORTCODES = {
  account: ['ACCOUNT_NAME'],
  contact: [
    'CONTACT_NAME',
    'FIRST_NAME',
    'MIDDLE_NAME',
    'LAST_NAME',
    'PHONE_NUMBER',
    'COUNTRY',
    'COMPANY_NAME',
    'STREET_ADDRESS',
    'CITY',
    'STATE_PROVINCE',
    'ZIP_POSTAL_CODE',
  ],
  date: [...periodCodes('CURRENT'), ...periodCodes('LAST'), ...periodCodes('NEXT'), 'TAX_YEAR'],
  job: ['JOB_NAME', 'JOB_START_DATE', 'JOB_DUE_DATE', 'ASSIGNEE_NAME'],
  firm: ['FIRM_NAME'],
  internal: ['PIPELINE_NAME'],
} as const

export type ShortcodeGroup = keyof typeof SHORTCODES
export type Shortcode = (typeof SHORTCODES)[ShortcodeGroup][number]

/** Why a text with shortcodes is refused when saved (D-7). */
export type ShortcodeProblem = {
  /** unknown, or known but without meaning where this text is used */
  code: 'shortcode_unknown' | 'shortcode_not_here'
  /** as written, without brackets */
  token: string
  /** offset of the opening bracket; `line` and `column` say the same, counted from 1 */
  at: number
  line: number
  column: number
  /** the allowed name it resembles most, if it resembles any */
  nearest: Shortcode | null
}

/** All shortcodes of some groups: what `findProblems` allows in a kind of text. */
export function shortcodesOf(...groups: ShortcodeGroup[]): ReadonlySet<Shortcode> {
  return new Set(groups.flatMap((group): readonly Shortcode[] => SHORTCODES[group]))
}

/**
 * Every code in the text that can't be rendered there (D-7). `[ACCOUNT NAME]` and `[STATE / PROVINCE]` count as their
 * underscored names; `[account_name]` is refused with a hint, `[see below]` is plain text.
 */
export function findProblems(text: string, allowed: ReadonlySet<Shortcode>): ShortcodeProblem[] {
  return codesIn(text).flatMap(({ token, name, at }): ShortcodeProblem[] => {
    if (KNOWN.has(name) && allowed.has(name as Shortcode)) return []
    const before = text.slice(0, at)
    const line = before.split('\n').length
    const column = at - before.lastIndexOf('\n')
    if (KNOWN.has(name)) return [{ code: 'shortcode_not_here', token, at, line, column, nearest: null }]
    return [{ code: 'shortcode_unknown', token, at, line, column, nearest: nearest(name.toUpperCase(), allowed) }]
  })
}

/** The shortcodes a text uses, each once: what must be loaded to render it. */
export function tokensIn(text: string): Shortcode[] {
  const known = codesIn(text).flatMap(({ name }) => (KNOWN.has(name) ? [name as Shortcode] : []))
  return [...new Set(known)]
}

/**
 * The text with its codes replaced, once: codes inside values stay text (SHC-4). `escaped` fits each value to where it
 * lands (HTML, plain). A code without value, or unknown, renders as nothing and is listed in `empty` (FAIL-12).
 */
export function render(
  text: string,
  values: ReadonlyMap<Shortcode, string>,
  escaped: (value: string) => string,
): { text: string; empty: string[] } {
  const empty = new Set<string>()
  let rendered = ''
  let from = 0
  for (const { name, at, end } of codesIn(text)) {
    const value = values.get(name as Shortcode)?.trim() ?? ''
    if (value === '') empty.add(name)
    rendered += text.slice(from, at) + escaped(value)
    from = end
  }
  return { text: rendered + text.slice(from), empty: [...empty] }
}

const KNOWN: ReadonlySet<string> = new Set(Object.values(SHORTCODES).flat())

type Code = { token: string; name: string; at: number; end: number }

function codesIn(text: string): Code[] {
  return [...text.matchAll(/\[([^[\]\n]{1,80})\]/g)].flatMap((found) => {
    const token = found[1]!.trim()
    const name = token.replace(/[\s/]+/g, '_')
    return isCode(name) ? [{ token, name, at: found.index, end: found.index + found[0].length }] : []
  })
}

/** Capitals make a code; so does whatever can only be a known one, misspelt in small letters. */
function isCode(name: string): boolean {
  if (/^[A-Z][A-Z0-9_]+(:.*)?$/.test(name)) return true
  const capitals = name.toUpperCase()
  if (KNOWN.has(capitals)) return true
  return capitals.length >= 8 && [...KNOWN].some((known) => distance(capitals, known) <= 2)
}

function periodCodes<const Period extends string>(period: Period) {
  return [
    `${period}_DAY_FULL_DATE`,
    `${period}_DAY_NUMBER`,
    `${period}_DAY_NAME`,
    `${period}_WEEK`,
    `${period}_MONTH_NUMBER`,
    `${period}_MONTH_NAME`,
    `${period}_QUARTER`,
    `${period}_YEAR`,
  ] as const
}

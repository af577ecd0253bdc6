/** How a reader writes numbers: "1.234,50" has group '.' and decimal ','. */
export type NumberSigns = { group: string; decimal: string }

/**
 * What a person typed as a number, as it is stored: digits, at most one dot, leading zeros kept; null where it is none.
 * Forgives spaces, a currency and ",-". A single sign is a decimal one, except where the reader groups by it and three
 * digits follow: "39.800" is 39800 in Dutch and 39.8 in English.
 */
export function readNumber(typed: string, signs: NumberSigns): string | null {
  const bare = typed
    .replaceAll(/[\s'’\u00a0\u202f]/g, '')
    .replace(CURRENCY_BEFORE, '')
    .replace(CURRENCY_AFTER, '')
  const parts = /^([+\-−]?)([\d.,]*\d[\d.,]*)$/.exec(bare.replace(/[.,][-–—]+$/, ''))
  if (!parts) return null
  const sign = parts[1] === '−' ? '-' : parts[1]!
  const [whole, fraction] = splitAtDecimal(parts[2]!, signs)
  const digits = ungrouped(whole)
  if (digits === null || !/^\d*$/.test(fraction)) return null
  return sign + (digits || '0') + (fraction && `.${fraction}`)
}

/** A stored number as the reader writes it, without groups, because it may be no amount but a number of something. */
export function writeNumber(stored: string, { decimal }: NumberSigns): string {
  return stored.replace('.', decimal)
}

/** The signs of a language and region. */
export function numberSigns(locale: string): NumberSigns {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8)
  const signOf = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { group: signOf('group'), decimal: signOf('decimal') }
}

const CURRENCY_BEFORE = /^(€|\$|£|kr\.?|eur|usd|sek|gbp)/i
const CURRENCY_AFTER = /(€|\$|£|kr\.?|eur|usd|sek|gbp)$/i

/** The part before the decimal sign and the part after it. */
function splitAtDecimal(text: string, { group, decimal }: NumberSigns): [string, string] {
  const at = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (at < 0) return [text, '']
  const sign = text[at]!
  const isRepeated = text.indexOf(sign) !== at
  const groups =
    sign === group && sign !== decimal && /^\d{1,3}$/.test(text.slice(0, at)) && /^\d{3}$/.test(text.slice(at + 1))
  if (isRepeated || groups) return [text, '']
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Digits without the signs between groups of three; null where the groups are not of three. */
function ungrouped(text: string): string | null {
  if (/^\d*$/.test(text)) return text
  return /^\d{1,3}(([.,])\d{3})(\2\d{3})*$/.test(text) ? text.replaceAll(/[.,]/g, '') : null
}

/**
 * Compares two numbers written in digits, exactly: -1, 0 or 1; null where one isn't a number. Answers stay text
 * because they may be longer than a float holds, or have leading zeros that matter elsewhere.
 */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 | null {
  const left = parse(a)
  const right = parse(b)
  if (!left || !right) return null
  const places = Math.max(left.places, right.places)
  const difference = scaled(left, places) - scaled(right, places)
  if (difference === 0n) return 0
  return difference < 0n ? -1 : 1
}

export function isDecimal(text: string): boolean {
  return parse(text) !== null
}

type Decimal = { units: bigint; places: number }

function parse(text: string): Decimal | null {
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!parts) return null
  const fraction = parts[3] ?? ''
  const units = BigInt(parts[2]! + fraction)
  return { units: parts[1] === '-' ? -units : units, places: fraction.length }
}

function scaled(decimal: Decimal, places: number): bigint {
  return decimal.units * 10n ** BigInt(places - decimal.places)
}

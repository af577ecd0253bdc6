/** The candidate that a misspelt name resembles most, or null where it resembles none. */
export function nearest<Name extends string>(misspelt: string, candidates: Iterable<Name>): Name | null {
  let best: Name | null = null
  let least = Number.POSITIVE_INFINITY
  for (const candidate of candidates) {
    const steps = distance(misspelt, candidate)
    if (steps < least && steps <= Math.max(misspelt.length, candidate.length) / 2) {
      best = candidate
      least = steps
    }
  }
  return best
}

/** How many letters must be added, dropped or replaced to make one text of the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}

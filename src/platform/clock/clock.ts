/** Where "now" comes from. Commands take it from their transaction; this is what fills it. */
export type Clock = { now(): Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until a test moves it. */
export type MovableClock = Clock & {
  /** Goes on (or, with a negative number, back) by so many milliseconds. */
  advance(milliseconds: number): void
  set(instant: Date | string): void
}

/** Starts at `start`, an instant or its ISO text, like '2026-04-15T09:00:00Z'. */
export function movableClock(start: Date | string): MovableClock {
  let at = instant(start)
  return {
    now: () => new Date(at),
    advance: (milliseconds) => {
      at = instant(new Date(at.getTime() + milliseconds))
    },
    set: (to) => {
      at = instant(to)
    },
  }
}

function instant(from: Date | string): Date {
  const at = new Date(from)
  if (Number.isNaN(at.getTime())) throw new RangeError(`not an instant: ${String(from)}`)
  return at
}

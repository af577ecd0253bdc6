/** A source of chance that always gives the same from the same seed (mulberry32). */
export type Random = {
  /** a whole number from 0 up to, not including, `below` */
  int(below: number): number
  chance(percent: number): boolean
  pick<Thing>(things: readonly Thing[]): Thing
  /** some of the things, in their order */
  some<Thing>(things: readonly Thing[], percent: number): Thing[]
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (below: number) => Math.floor(next() * below)
  const chance = (percent: number) => next() * 100 < percent
  return {
    int,
    chance,
    pick: (things) => things[int(things.length)]!,
    some: (things, percent) => things.filter(() => chance(percent)),
  }
}

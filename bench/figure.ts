/** One measured figure: `value` and `goal` are ratios or counts, never times; a goal of null is only told. */
export type Figure = { workload: string; figure: string; value: number; goal: number | null; ok: boolean }

export type Options = { quick: boolean }

/** Measures, tells on the way what it does, and answers its figures. */
export type Workload = (options: Options) => Promise<Figure[]>

export function atMost(workload: string, figure: string, value: number, goal: number): Figure {
  const rounded = round(value)
  return { workload, figure, value: rounded, goal, ok: rounded <= goal }
}

export function atLeast(workload: string, figure: string, value: number, goal: number): Figure {
  const rounded = round(value)
  return { workload, figure, value: rounded, goal, ok: rounded >= goal }
}

export function exactly(workload: string, figure: string, value: number, goal: number): Figure {
  return { workload, figure, value, goal, ok: value === goal }
}

/** For comparison, such as with a peer: no goal. */
export function told(workload: string, figure: string, value: number): Figure {
  return { workload, figure, value: round(value), goal: null, ok: true }
}

export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]!
}

/** The exponent of growth: the slope of a line through the logarithms of size and cost. */
export function exponent(points: readonly { size: number; cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }))
  const mean = (of: (point: { x: number; y: number }) => number) =>
    logs.reduce((sum, it) => sum + of(it), 0) / logs.length
  const [x, y] = [mean((it) => it.x), mean((it) => it.y)]
  return mean((it) => (it.x - x) * (it.y - y)) / mean((it) => (it.x - x) ** 2)
}

function round(value: number): number {
  return Number(value.toFixed(3))
}

import { simulate } from '../test/simulator/simulate.ts'
import type { Figure } from './figure.ts'

const STEPS = 120
const FIRST_SEED = 100_000

/**
 * Histories that nobody has lived through yet, for as long as there is time: what clients, staff, automations and faults
 * do to a firm in memory, every invariant looked at after every step. What breaks is told with its seed.
 */
export async function simulateHistories({ quick }: { quick: boolean }): Promise<Figure[]> {
  const until = performance.now() + (quick ? 20_000 : 300_000)
  const broken: string[] = []
  let seed = FIRST_SEED
  let moves = 0
  for (; performance.now() < until; seed++) {
    try {
      moves += simulate(seed, STEPS).moves
    } catch (error) {
      broken.push((error as Error).message)
    }
  }
  const lived = seed - FIRST_SEED
  console.log(`simulate: ${lived} histories of ${STEPS} steps, ${moves} entries into stages, ${broken.length} broken`)
  for (const story of broken.slice(0, 3)) console.log(story)
  const value = broken.length
  return [{ workload: 'simulate', figure: 'histories that broke an invariant', value, goal: 0, ok: value === 0 }]
}

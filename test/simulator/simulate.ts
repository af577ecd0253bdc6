import { checkHistory, checkWorld } from './invariants.ts'
import { STEPS } from './steps.ts'
import { makeWorld } from './world.ts'

/** What a seed's history came to. */
export type Simulated = { seed: number; steps: number; moves: number }

/**
 * Lives through one history: what clients, staff, automations and faults do, one after the other, all of it from the
 * seed. Every invariant is looked at after every step; a failure tells the seed and the whole story up to it.
 */
export function simulate(seed: number, steps: number): Simulated {
  const world = makeWorld(seed)
  const names = Object.keys(STEPS)
  for (let step = 0; step < steps; step++) {
    const name = world.jobs.size === 0 ? 'addJob' : world.random.pick(names)
    world.diary.push(`${step}. ${name}`)
    try {
      const before = world.committed.length
      STEPS[name]!(world)
      checkWorld(world, world.committed.slice(before))
    } catch (error) {
      throw new Error(`seed ${seed}: ${(error as Error).message}\n${world.diary.join('\n')}`, { cause: error })
    }
  }
  checkHistory(world)
  const moves = world.committed.flatMap((it) => it.effects).filter((effect) => effect.kind === 'enter_stage').length
  return { seed, steps, moves }
}

import { expect, it } from 'vitest'
import { simulate } from './simulate.ts'

const SEEDS = 1500
const STEPS = 60

it(`${SEEDS} histories of ${STEPS} steps keep every invariant`, () => {
  const lived = Array.from({ length: SEEDS }, (_, seed) => simulate(seed, STEPS))
  expect(lived.every(({ moves }) => moves > 0)).toBe(true)
})

it('a seed always lives the same history', () => {
  expect(simulate(7, STEPS)).toEqual(simulate(7, STEPS))
})

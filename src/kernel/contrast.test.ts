import { describe, expect, test } from 'vitest'
import { checkFirmColour, contrastOf, fromOklch, NEEDED_CONTRAST } from './contrast.ts'

describe('a firm colour is for actions, so it must be readable', () => {
  test.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
  ])('%s on %s has contrast %d', (one, other, contrast) => {
    expect(contrastOf(one, other)).toBeCloseTo(contrast, 2)
    expect(contrastOf(other, one)).toBeCloseTo(contrast, 2)
  })

  test.each([
    ['deep blue', '#23497d', true],
    ['spruce', '#1f6b57', true],
    ['black', '#000000', true],
    ['yellow', '#ffd400', false],
    ['white', '#ffffff', false],
    ['grey that is readable on white but not on its own tint', '#747474', false],
  ])('%s %s passes: %s', (_, hex, passes) => {
    expect(checkFirmColour(hex).passes).toBe(passes)
  })

  test('a colour that passes is its own suggestion', () => {
    expect(checkFirmColour('#23497d').suggestion).toBe('#23497d')
  })

  test('a colour that fails gets a darker one that passes', () => {
    for (const hex of ['#ffd400', '#ff5500', '#00c2ff', '#ffffff', '#7fb800', '#747474']) {
      const { suggestion } = checkFirmColour(hex)
      expect(suggestion).not.toBe(hex)
      expect(checkFirmColour(suggestion).passes, `${hex} became ${suggestion}`).toBe(true)
    }
  })

  test('the colour that the dark theme derives passes for every hue', () => {
    for (let degrees = 0; degrees < 360; degrees += 5) {
      const derived = fromOklch(0.78, 0.11, (degrees * Math.PI) / 180)
      for (const ground of ['#131715', '#1b201d', '#0e141b']) {
        expect(contrastOf(derived, ground), `${derived} on ${ground}`).toBeGreaterThan(NEEDED_CONTRAST)
      }
    }
  })
})

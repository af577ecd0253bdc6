import { expect, test } from 'vitest'
import { catalogue } from '../../src/texts.ts'
import type { Person } from '../support/browser.ts'
import { bytesOf, firstLoad } from '../support/first-load.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { card, seen } from '../support/journey-steps.ts'

/** Compressed with gzip, everything counted. We want 250 kB; until then, never more than it was. */
const MOST_BYTES = 287_000

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

test('whoever opens the board for the first time is sent no more than before', async () => {
  const person = await house.person({ cookie: small.firm.owner.cookie })
  const loaded = await firstLoad(person.page, `/workflow/${small.letters.id}`, async () => {
    await seen(card(person, 'To do', 'Alder'))
    await person.settle()
  })
  const largest = loaded.slice(0, 8)
  expect({ bytes: bytesOf(loaded), largest }).toEqual({ bytes: expect.toSatisfy(isSmall), largest })
  expect(await keysOn(person)).toEqual([])
  await card(person, 'To do', 'Alder').click()
  await seen(person.page.getByRole('dialog'))
  await person.settle()
  expect(await keysOn(person)).toEqual([])
  expect(person.troubles).toEqual([])
})

/** Keys that stand where their texts should: a board comes with a part of the texts, a drawer with all. */
async function keysOn({ page }: Person): Promise<string[]> {
  const shown = new Set((await page.locator('body').innerText()).split(/\s+/))
  return Object.keys(catalogue.en).filter((key) => shown.has(key))
}

const isSmall = (bytes: number) => bytes > 0 && bytes <= MOST_BYTES

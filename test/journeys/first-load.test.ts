import { expect, test } from 'vitest'
import { catalogue } from '../../src/texts.ts'
import type { Person } from '../support/browser.ts'
import { bytesOf, firstLoad } from '../support/first-load.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { focused } from '../support/journey-keys.ts'
import { card, hold, seen } from '../support/journey-steps.ts'

/** Compressed with gzip, everything counted: never more than it was. A browser that knows brotli is sent 240 kB; we want 250. */
const MOST_BYTES = 260_000

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

test('a menu that is asked for before its code is there opens once it is, and is used by keyboard', async () => {
  const person = await house.person({ cookie: small.firm.owner.cookie })
  const { page, t } = person
  const letGo = Promise.withResolvers<void>()
  await page.route(POP_UP, async (route) => {
    await letGo.promise
    await route.continue()
  })
  await page.goto(`/workflow/${small.letters.id}`)
  await seen(card(person, 'To do', 'Alder'))
  const button = page.getByRole('button', { name: t('shell.new') })
  expect(await button.getAttribute('aria-haspopup')).toBe('menu')
  expect(await button.getAttribute('aria-expanded')).toBe('false')
  const asked = page.waitForRequest(POP_UP)
  await button.click()
  await asked
  letGo.resolve()
  await seen(page.getByRole('menu'))
  await focused(page.getByRole('menuitem').first())
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'hidden' })
  await focused(button)
  await page.keyboard.press('ArrowDown')
  await focused(page.getByRole('menuitem').first())
  expect(person.troubles).toEqual([])
})

const POP_UP = /\/assets\/pop-up-[^/]*\.js$/

test('what a board shows is asked for before its code is there, and once', async () => {
  const person = await house.person({ cookie: small.firm.owner.cookie })
  const { page } = person
  await hold(person, '**/api/v1/live*') // which would have what just changed asked for again
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(`/workflow/${small.letters.id}`)
  await seen(page.getByRole('region', { name: 'To do' }))
  const code = asked.findIndex((path) => path.startsWith('/assets/board'))
  for (const path of ['/api/v1/session', `/api/v1/pipelines/${small.letters.id}/board`]) {
    expect(asked.filter((it) => it === path)).toEqual([path])
    expect(asked.indexOf(path)).toBeLessThan(code)
  }
})

/** Keys that stand where their texts should: a board comes with a part of the texts, a drawer with all. */
async function keysOn({ page }: Person): Promise<string[]> {
  const shown = new Set((await page.locator('body').innerText()).split(/\s+/))
  return Object.keys(catalogue.en).filter((key) => shown.has(key))
}

const isSmall = (bytes: number) => bytes > 0 && bytes <= MOST_BYTES

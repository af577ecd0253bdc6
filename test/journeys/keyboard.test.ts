import { expect, test } from 'vitest'
import type { Person } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { focused, tabTo, takeFromMenu } from '../support/journey-keys.ts'
import { card, seen } from '../support/journey-steps.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

test('a card is moved by keyboard alone, said in the live region, and keeps the focus', async () => {
  const person = await atTheBoard()
  const { page, t } = person
  await tabTo(person, card(person, 'To do', 'Alder'))
  await page.keyboard.press('ArrowDown')
  await focused(card(person, 'To do', 'Birch'))
  await page.keyboard.press('m')
  await page.getByRole('menu').waitFor()
  await takeFromMenu(person, 'Doing')
  await seen(card(person, 'Doing', 'Birch'))
  await said(person, t('board.moved', { name: 'Birch', stage: 'Doing' }))
  await focused(card(person, 'Doing', 'Birch'))
})

test('Enter opens a job, Escape closes it and gives the focus back to its card', async () => {
  const person = await atTheBoard()
  const cedar = card(person, 'To do', 'Cedar')
  await tabTo(person, card(person, 'To do', 'Alder'))
  await person.page.keyboard.press('ArrowDown')
  await focused(cedar)
  await person.page.keyboard.press('Enter')
  const drawer = person.page.getByRole('dialog', { name: 'Return' })
  await seen(drawer)
  await person.page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  await focused(cedar)
})

test('the question mark lists the keys, those of the board among them', async () => {
  const person = await atTheBoard()
  const { page, t } = person
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: t('shell.keys') })
  await seen(help.getByText(t('board.key_move')))
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'hidden' })
})

async function atTheBoard(): Promise<Person> {
  const person = await house.person({ cookie: small.firm.owner.cookie })
  await person.page.goto(`/workflow/${small.letters.id}`)
  await seen(person.page.getByRole('region', { name: 'To do' }).getByRole('link').first())
  await person.settle()
  return person
}

async function said({ page }: Person, words: string): Promise<void> {
  await expect.poll(() => page.getByRole('status').allInnerTexts()).toContain(words)
}

import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './browser.ts'
import { focused, tabTo, takeFromMenu } from './journey-keys.ts'
import { pick, seen } from './journey-steps.ts'

/** How somebody at the screen gets things done: with a mouse, or with nothing but the keyboard. */
export type Hands = {
  /** follows a link or pushes a button */
  press(what: Locator): Promise<void>
  /** a checkbox or a switch */
  toggle(what: Locator): Promise<void>
  write(field: Locator, text: string): Promise<void>
  /** an option of a field that opens a list */
  pick(field: Locator, option: string): Promise<void>
  /** an option of a list that the browser draws */
  choose(list: Locator, option: string): Promise<void>
  /** an item of the menu that is open */
  take(item: string): Promise<void>
  /** opens the job of a card on the board */
  open(card: Locator): Promise<void>
  /** opens the menu in which a card's next stage is chosen */
  askToMove(card: Locator, client: string): Promise<void>
}

export const HANDS = { mouse, keyboard } as const

function mouse(person: Person): Hands {
  const { page, t } = person
  return {
    press: (what) => what.click(),
    toggle: (what) => what.click({ force: true }),
    write: (field, text) => field.fill(text),
    pick: (field, option) => pick(person, field, option),
    choose: async (list, option) => void (await list.selectOption({ label: option })),
    take: (item) => page.getByRole('menuitem', { name: item }).click(),
    open: (card) => card.click(),
    askToMove: (_, client) => page.getByRole('button', { name: t('board.move_menu', { name: client }) }).click(),
  }
}

function keyboard(person: Person): Hands {
  const { page } = person
  const reach = async (what: Locator, key: string) => {
    await tabTo(person, what)
    await page.keyboard.press(key)
  }
  return {
    press: (what) => reach(what, 'Enter'),
    toggle: (what) => reach(what, 'Space'),
    async write(field, text) {
      await reach(field, 'ControlOrMeta+a')
      await page.keyboard.insertText(text)
    },
    async pick(field, option) {
      await tabTo(person, field)
      if ((await field.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('ArrowDown')
      await goDownTo(person, option)
      await page.keyboard.press('Enter')
    },
    async choose(list, option) {
      await tabTo(person, list)
      await page.keyboard.type(option)
      await expect.poll(() => list.locator('option:checked').innerText()).toBe(option)
    },
    take: (item) => takeFromMenu(person, item),
    async open(card) {
      await walkTo(person, card)
      await page.keyboard.press('Enter')
    },
    async askToMove(card) {
      await walkTo(person, card)
      await page.keyboard.press('m')
      await page.getByRole('menu').waitFor()
    },
  }
}

/** From whichever card Tab comes to, with the arrows to the one that is wanted. */
async function walkTo({ page }: Person, card: Locator): Promise<void> {
  const here = page.locator('[data-card-link]:focus')
  for (let presses = 0; presses < 60 && (await here.count()) === 0; presses++) await page.keyboard.press('Tab')
  for (let presses = 0; presses < 60; presses++) {
    const [from, to] = [await here.boundingBox(), await card.boundingBox()]
    if (from!.x === to!.x && from!.y === to!.y) return focused(card)
    const across = from!.x < to!.x ? 'ArrowRight' : 'ArrowLeft'
    await page.keyboard.press(from!.x !== to!.x ? across : from!.y < to!.y ? 'ArrowDown' : 'ArrowUp')
  }
  throw new Error('The arrows do not lead to the card')
}

/** Goes down the open list until what Enter takes is the option. */
async function goDownTo({ page }: Person, option: string): Promise<void> {
  await seen(page.getByRole('option', { name: option, exact: true }))
  const chosen = page.locator('[data-combobox-selected]:visible')
  for (let presses = 0; presses < 60; presses++) {
    if ((await chosen.count()) > 0 && (await chosen.first().innerText()) === option) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The list has no option ${option}`)
}

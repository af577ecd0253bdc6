import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { Person } from './browser.ts'
import { seen } from './journey-steps.ts'

/** What people do who have a keyboard and no mouse. Each step ends when the focus is where they wanted it. */

/** Presses Tab until it has the focus; where it stands before what has it now, backwards. */
export async function tabTo({ page }: Pick<Person, 'page'>, wanted: Locator): Promise<void> {
  if (await hasFocus(wanted)) return
  const key = (await standsBefore(wanted)) ? 'Shift+Tab' : 'Tab'
  for (let presses = 0; presses < MOST_TABS && !(await hasFocus(wanted)); presses++) await page.keyboard.press(key)
  await focused(wanted)
}

/** Goes down the open menu to an item and takes it. */
export async function takeFromMenu({ page }: Pick<Person, 'page'>, name: string): Promise<void> {
  const item = page.getByRole('menuitem', { name })
  await seen(item)
  await seen(page.locator('[role=menu]:focus-within'))
  for (let presses = 0; presses < MOST_ITEMS && !(await hasFocus(item)); presses++)
    await page.keyboard.press('ArrowDown')
  await focused(item)
  await page.keyboard.press('Enter')
}

export async function focused(wanted: Locator): Promise<void> {
  await expect.poll(() => hasFocus(wanted)).toBe(true)
}

const MOST_TABS = 60
const MOST_ITEMS = 20

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element: Focusable) => element.ownerDocument.activeElement === element)
}

function standsBefore(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element: Focusable, follows) => {
    const { activeElement, body } = element.ownerDocument
    return activeElement !== body && (element.compareDocumentPosition(activeElement) & follows) > 0
  }, DOCUMENT_POSITION_FOLLOWING)
}

const DOCUMENT_POSITION_FOLLOWING = 4

type Focusable = {
  ownerDocument: { activeElement: unknown; body: unknown }
  compareDocumentPosition(other: unknown): number
}

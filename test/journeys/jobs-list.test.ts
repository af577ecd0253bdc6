import { expect, test } from 'vitest'
import { savedFiltersContract } from '../../src/features/saved-filters/contract.ts'
import type { Person } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { seen } from '../support/journey-steps.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

test('VIEW-7: an open filter that was changed is saved over, and what somebody else saved meanwhile is asked about', async () => {
  const { owner } = small.firm
  const body = { place: 'jobs', name: 'Mine', filter: { priority: 'medium' } }
  const { id } = await owner.call(savedFiltersContract.createSavedFilter, { body })
  const stored = async () =>
    (await owner.call(savedFiltersContract.listSavedFilters, { query: {} })).items.find((it) => it.id === id)!.filter
  const person = await house.person({ cookie: owner.cookie })
  const { page, t } = person
  await page.goto('/workflow/jobs')
  await take(person, t('saved_filters.open'), 'Mine')
  await narrow(person, 'Alder')
  await take(person, t('saved_filters.changed', { name: 'Mine' }), t('saved_filters.save_changes', { name: 'Mine' }))
  await seen(page.getByText(t('saved_filters.saved', { name: 'Mine' })))
  expect(await stored()).toEqual({ priority: 'medium', search: 'Alder' })
  await narrow(person, 'Birch')
  await owner.call(savedFiltersContract.overwriteSavedFilter, {
    params: { id },
    body: { place: 'jobs', filter: { turn: 'stuck' } },
    headers: { 'if-match': '"2"' },
  })
  await take(person, t('saved_filters.changed', { name: 'Mine' }), t('saved_filters.save_changes', { name: 'Mine' }))
  const asked = page.getByRole('dialog', { name: t('saved_filters.meanwhile', { name: 'Mine' }) })
  await asked.getByRole('button', { name: t('saved_filters.overwrite') }).click()
  await asked.waitFor({ state: 'detached' })
  await expect.poll(stored).toEqual({ priority: 'medium', search: 'Birch' })
  expect(person.troubles).toEqual([])
})

async function take({ page }: Person, button: string, item: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function narrow({ page, t, settle }: Person, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: t('board.search') }).fill(words)
  await page.waitForURL(/q=/)
  await settle()
}

import { expect, test } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { savedFiltersContract } from '../../src/features/saved-filters/contract.ts'
import type { Person } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { pick, seen } from '../support/journey-steps.ts'
import { addJobs, newAccount, publish, type TestPipeline } from '../support/pipeline.ts'

let small: SmallFirm
let many: TestPipeline
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
  const accounts: AccountId[] = []
  for (let at = 1; at <= 60; at++) accounts.push(await newAccount(small.firm, `Client ${String(at).padStart(2, '0')}`))
  many = await publish(small.firm, 'Many', [{ name: 'One' }])
  await addJobs(small.firm, many, accounts)
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

test('VIEW-3: all jobs that match are taken past those that are loaded, and a whole group by its head, by keyboard alone', async () => {
  const person = await house.person({ cookie: small.firm.owner.cookie })
  const { page, t } = person
  const selected = (count: number) => seen(page.getByRole('toolbar').getByText(t('selection.count', { count })))
  await page.goto(`/workflow/jobs?pipeline=${many.id}`)
  await seen(page.getByRole('link', { name: 'Client 01' }))
  await page.getByRole('checkbox', { name: t('table.select_all') }).focus()
  await page.keyboard.press('Space')
  await selected(50)
  await page.getByRole('button', { name: t('selection.all', { count: 60 }) }).focus()
  await page.keyboard.press('Enter')
  await selected(60)
  await page.keyboard.press('Escape')
  await page.goto('/workflow/jobs?group=pipeline')
  await person.settle()
  const group = (name: string) => page.getByRole('checkbox', { name: t('table.select_group', { name }) })
  await group('Letters').focus()
  await page.keyboard.press('Space')
  await selected(3)
  await page.getByRole('button', { name: /^Letters/ }).click()
  await page.getByRole('button', { name: /^Many/ }).click()
  await expect.poll(() => group('Letters').isChecked()).toBe(true)
  await group('Many').focus()
  await page.keyboard.press('Space')
  await selected(63)
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: t('edit_jobs.title', { count: 63 }) })
  await pick(person, dialog.getByRole('combobox', { name: t('job.priority') }), t('job.priority_urgent'))
  await dialog.getByRole('button', { name: t('edit_jobs.confirm', { count: 63 }) }).click()
  await seen(page.getByText(t('bulk.finished', { kind: 'edit_jobs', succeeded: 63, failed: 0 })).first())
  expect(person.troubles).toEqual([])
})

async function take({ page }: Person, button: string, item: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function narrow({ page, t, settle }: Person, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: t('board.search') }).fill(words)
  await page.waitForURL(`**q=${words}*`)
  await settle()
}

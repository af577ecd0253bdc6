import { expect, test } from 'vitest'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { Person } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { seen } from '../support/journey-steps.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

const enter = (): Promise<Person> => house.person({ cookie: small.firm.owner.cookie })

test('JOB-5: a description is formatted by keys and buttons, and read as it was meant, tags as mere words', async () => {
  const { page, t } = await enter()
  await page.goto(`/workflow/${small.returns.id}/jobs/${small.job}`)
  await page.getByRole('button', { name: t('job.edit') }).click()
  const field = page.getByRole('textbox', { name: t('job.description') })
  await field.fill('')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('Ask')
  await page.keyboard.press('End')
  await page.keyboard.type(' for <b>these</b>:\n')
  await page
    .getByRole('toolbar', { name: t('rich.toolbar') })
    .getByRole('button', { name: t('rich.bullets') })
    .click()
  await page.keyboard.type('W-2\n1099\n\nSoon')
  await page.keyboard.press('Shift+Home')
  await page.getByRole('button', { name: t('rich.link') }).click()
  await page.keyboard.type('https://irs.gov')
  expect(await field.inputValue()).toBe('**Ask** for <b>these</b>:\n- W-2\n- 1099\n[Soon](https://irs.gov)')
  await page.getByRole('button', { name: t('ui.save'), exact: true }).click()
  const section = page.getByRole('region', { name: t('job.details') })
  await seen(section.locator('strong', { hasText: 'Ask' }))
  await seen(section.getByText('for <b>these</b>:'))
  expect(await section.getByRole('listitem').allInnerTexts()).toEqual(['W-2', '1099'])
  expect(await section.getByRole('link', { name: 'Soon' }).getAttribute('href')).toBe('https://irs.gov')
})

test('T-3: the description of a task is read first, and written where one wants to', async () => {
  const { page, t } = await enter()
  const { owner } = small.firm
  const [alder] = (await owner.call(accountsContract.listAccounts, { query: { search: 'Alder' } })).items
  const said = { name: 'Call the bank', description: 'Ask **twice**:\n1. by phone\n2. by mail' }
  const task = await owner.call(tasksContract.createTask, { body: { accountId: alder!.id, ...said } })
  await page.goto(`/tasks/${task.id}`)
  const drawer = page.getByRole('dialog', { name: 'Call the bank' })
  await seen(drawer.locator('strong', { hasText: 'twice' }))
  expect(await drawer.locator('form ol > li').allInnerTexts()).toEqual(['by phone', 'by mail'])
  await drawer.getByRole('button', { name: t('tasks.write_description') }).click()
  const field = drawer.getByRole('textbox', { name: t('tasks.description') })
  await seen(field)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('in person')
  expect(await field.inputValue()).toBe(`${said.description}\n3. in person`)
  await drawer.getByRole('button', { name: t('ui.save'), exact: true }).click()
  await drawer.waitFor({ state: 'detached' })
  expect((await owner.call(tasksContract.getTask, { params: { id: task.id } })).description).toContain('3. in person')
  expect(house.errors).toEqual([])
})

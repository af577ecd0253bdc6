import { expect, test } from 'vitest'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { Person } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { hold, inNav, pick, seen, tickAll } from '../support/journey-steps.ts'
import { newAccount } from '../support/pipeline.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

const enter = async (): Promise<Person> => {
  const person = await house.person({ cookie: small.firm.owner.cookie })
  await person.page.goto('/tasks')
  return person
}

test('T-3, T-5, T-7: a task with a checklist is written by keyboard, ticked off and completed', async () => {
  const { page, t } = await enter()
  await page
    .getByRole('link', { name: t('tasks.add') })
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: t('tasks.new') })
  await drawer.getByLabel(t('tasks.name')).fill('Close [LAST_MONTH_NAME] for [ACOUNT_NAME]')
  await pick({ page }, drawer.getByRole('combobox', { name: t('tasks.client') }), 'Birch')
  await drawer.getByLabel(t('tasks.start')).fill('2027-03-10')
  await drawer.getByLabel(t('tasks.due')).fill('2027-03-01')
  await drawer.getByRole('button', { name: t('tasks.add_subtask') }).click()
  await page.keyboard.type('Bank')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Payroll')
  await drawer.getByRole('button', { name: t('tasks.add'), exact: true }).click()
  await seen(drawer.getByText(t('field.before_start')))
  await drawer.getByLabel(t('tasks.due')).fill('2027-03-31')
  await drawer.getByRole('button', { name: t('tasks.add'), exact: true }).click()
  await seen(drawer.getByText(/ACCOUNT_NAME/))
  await drawer.getByLabel(t('tasks.name')).fill('Close the books of [ACCOUNT_NAME]')
  await drawer.getByRole('button', { name: t('tasks.add'), exact: true }).click()

  await page.getByRole('link', { name: 'Close the books of Birch' }).click()
  await page.getByRole('checkbox', { name: t('tasks.tick_subtask', { name: 'Bank' }) }).check({ force: true })
  await page.keyboard.press('Escape')
  const row = page.getByRole('row').filter({ hasText: 'Close the books of Birch' })
  await seen(row.getByText(t('tasks.progress', { done: 1, total: 2 })))
  await row.getByRole('button', { name: t('tasks.status_planned') }).click()
  await page.getByRole('menuitem', { name: t('tasks.status_completed') }).click()
  await row.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: t('tasks.closed') }).click()
  await seen(row)
})

test('T-6: a task is let come again, comes today, is changed, ended and started again', async () => {
  const person = await enter()
  const { page, t } = person
  await page.getByRole('link', { name: t('tasks.recurring') }).click()
  await page
    .getByRole('link', { name: t('tasks.add_recurrence') })
    .first()
    .click()
  const drawer = page.getByRole('dialog', { name: t('tasks.new_recurrence') })
  await drawer.getByLabel(t('tasks.name')).fill('Reconcile [ACCOUNT_NAME]')
  await pick(person, drawer.getByRole('combobox', { name: t('tasks.client') }), 'Cedar')
  await pick(person, drawer.getByRole('combobox', { name: t('schedule.repeats') }), t('schedule.daily'))
  await seen(drawer.getByText(t('schedule.every_days', { every: 1 }), { exact: true }))
  await drawer.getByRole('button', { name: t('tasks.add'), exact: true }).click()
  await inNav(person, 'nav.tasks').click()
  await page.getByRole('link', { name: 'Reconcile Cedar' }).click()
  await page
    .getByRole('dialog')
    .getByRole('link', { name: t('tasks.comes_again') })
    .click()

  const opened = page.getByRole('dialog', { name: 'Reconcile [ACCOUNT_NAME]' })
  await seen(opened.getByRole('link', { name: 'Reconcile Cedar' }))
  await opened.getByLabel(t('tasks.name')).fill('Balance [ACCOUNT_NAME]')
  await opened.getByRole('button', { name: t('ui.save'), exact: true }).click()
  await page.getByRole('link', { name: 'Balance [ACCOUNT_NAME]' }).click()
  const changed = page.getByRole('dialog', { name: 'Balance [ACCOUNT_NAME]' })
  await changed.getByRole('button', { name: t('tasks.end'), exact: true }).click()
  await seen(page.getByText(t('tasks.none_recurring')))
  await page.getByRole('button', { name: t('tasks.ended') }).click()
  await page.getByRole('link', { name: 'Balance [ACCOUNT_NAME]' }).click()
  await changed.getByRole('button', { name: t('tasks.start_again') }).click()
  await page.getByRole('button', { name: t('tasks.active') }).click()
  await seen(page.getByRole('link', { name: 'Balance [ACCOUNT_NAME]' }))
  expect(house.errors).toEqual([])
})

test('T-2: chosen clients get the same task, each with its own name; there is nothing to tick before they are there', async () => {
  const person = await enter()
  const { page, t } = person
  const letGo = await hold(person, '**/api/v1/accounts*')
  await inNav(person, 'nav.clients').click()
  await seen(page.getByRole('checkbox', { name: t('table.select_all'), disabled: true }))
  letGo()
  await tickAll(person)
  await page.getByRole('button', { name: t('tasks.new') }).click()
  await page.getByRole('dialog').getByLabel(t('tasks.name')).fill('Call [ACCOUNT_NAME]')
  await page.getByRole('button', { name: t('tasks.add_many', { count: 3 }) }).click()
  await seen(page.getByText(t('tasks.added_many', { count: 3 })))
  await inNav(person, 'nav.tasks').click()
  await page.getByRole('button', { name: t('tasks.unassigned') }).click()
  await page.getByRole('searchbox', { name: t('tasks.search') }).fill('call')
  for (const name of ['Alder', 'Birch', 'Cedar']) await seen(page.getByRole('link', { name: `Call ${name}` }))
})

test('T-4: what the firm calls a status is read wherever tasks are, also in histories and in other languages', async () => {
  const owner = await house.person({ cookie: small.firm.owner.cookie })
  await owner.page.goto('/settings/firm')
  const { page, t } = owner
  const field = page.getByLabel(t('tasks.name_of_status', { status: t('tasks.status_in_progress') }))
  await field.fill('On my desk')
  await page
    .getByRole('button', { name: t('ui.save'), exact: true })
    .last()
    .click()
  await seen(page.getByText(t('ui.saved')))
  const accountId = await newAccount(small.firm, 'Dogwood')
  const body = { accountId, name: 'Call the tax office', assigneeIds: [small.firm.owner.member.memberId] }
  await small.firm.owner.call(tasksContract.createTask, { body })
  const dutch = await house.person({ like: owner, locale: 'nl' })
  await dutch.page.goto('/tasks')
  const row = dutch.page.getByRole('row').filter({ hasText: body.name })
  await row.getByRole('button', { name: dutch.t('tasks.status_planned') }).click()
  await dutch.page.getByRole('menuitem', { name: 'On my desk' }).click()
  await seen(row.getByText('On my desk'))
  await dutch.page.getByRole('link', { name: body.name }).click()
  await seen(dutch.page.getByText(/zette de taak ‘Call the tax office’ op On my desk/))
})

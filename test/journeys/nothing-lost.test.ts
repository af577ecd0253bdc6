import { expect, test } from 'vitest'
import { jobCommentsContract } from '../../src/features/jobs/contract-comments.ts'
import type { TextKey } from '../../src/texts.ts'
import type { Person } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { seen } from '../support/journey-steps.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

test('JOB-14: what one is writing stays when a colleague’s comment arrives', async () => {
  const { page, t } = await atTheJob()
  const field = page.getByRole('textbox', { name: t('job.comment_write') })
  await field.fill('Half a thought')
  const body = { text: 'From a colleague' }
  await small.firm.owner.call(jobCommentsContract.addJobComment, { params: { id: small.job }, body })
  await seen(page.getByText(body.text))
  expect(await field.inputValue()).toBe('Half a thought')
  await page.getByRole('button', { name: t('ui.close') }).click()
  await page.getByRole('button', { name: t('ui.stay') }).click()
  expect(await field.inputValue()).toBe('Half a thought')
})

test('Escape closes what is on top and no more, and asks before what was typed is gone', async () => {
  const me = await atTheJob()
  const { page, t, troubles } = me
  const name = page.getByLabel(t('job.name'))
  await page.getByRole('button', { name: t('job.edit'), exact: true }).click()
  await name.focus()
  await page.keyboard.press('Escape')
  await name.waitFor({ state: 'detached' })
  await seen(drawer(me))

  await page.getByRole('button', { name: t('job.edit'), exact: true }).click()
  await name.fill('Renamed')
  await page.getByLabel(t('job.client_shown')).click()
  await page.getByRole('button', { name: t('client_statuses.new') }).click()
  const status = page.getByRole('dialog', { name: t('client_statuses.new') })
  await seen(status)
  await page.keyboard.press('Escape')
  await status.waitFor({ state: 'detached' })
  expect(await name.inputValue()).toBe('Renamed')

  for (const leave of [() => page.keyboard.press('Escape'), () => page.goBack(), () => close(me)]) {
    await leave()
    await page.getByRole('button', { name: t('ui.stay') }).click()
    expect(await name.inputValue()).toBe('Renamed')
  }
  await close(me)
  await page.getByRole('button', { name: t('ui.leave') }).click()
  await drawer(me).waitFor({ state: 'detached' })
  expect([...troubles, ...house.errors]).toEqual([])
})

test('a task that was being written asks before it goes, and a saved one does not', async () => {
  const { page, t } = await house.person({ cookie: small.firm.owner.cookie })
  await page.goto('/tasks/new')
  const name = page.getByLabel(t('tasks.name'))
  await name.fill('Call Alder')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('ui.stay') }).click()
  expect(await name.inputValue()).toBe('Call Alder')
  await page.getByRole('combobox', { name: t('tasks.client') }).click()
  await page.getByRole('option', { name: 'Alder' }).click()
  await page.getByRole('button', { name: t('tasks.add'), exact: true }).click()
  await seen(page.getByText(t('tasks.added', { name: 'Call Alder' })))
  await name.waitFor({ state: 'detached' })
})

test('J-40, JX-1, JX-2: a job that is completed, archived or deleted is taken back where that is said', async () => {
  const me = await atTheJob()
  const { page, t, troubles } = me
  const stage = 'Gather'
  const acts = [
    ['job.mark_completed', 'job.completed_now', 'job.reopened_now'],
    ['job.archive', 'job.archived_now', 'job.restored_now'],
    ['job.delete', 'job.deleted_now', 'job.restored_now'],
  ] as const
  for (const [act, said, undone] of acts) {
    await menu(me, act)
    const toast = page.getByRole('alert').filter({ hasText: t(said, { name: 'Return' }) })
    await toast.getByRole('button', { name: t('ui.undo') }).click()
    await seen(page.getByText(t(undone, { name: 'Return', stage })).last())
  }
  await page.locator('[data-card-link]').click()
  await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
  await menu(me, 'ui.copy_link')
  await seen(page.getByText(t('job.link_copied')))
  expect([...troubles, ...house.errors]).toEqual([])
})

async function menu({ page, t }: Person, act: TextKey): Promise<void> {
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('ui.more') })
    .click()
  await page.getByRole('menuitem', { name: t(act), exact: true }).click()
}

async function atTheJob(): Promise<Person> {
  const person = await house.person({ cookie: small.firm.owner.cookie })
  await person.page.goto(`/workflow/${small.returns.id}`)
  await person.page.locator('[data-card-link]').click()
  await person.settle()
  return person
}

const drawer = ({ page }: Person) => page.getByRole('dialog', { name: 'Return' })

const close = (me: Person) =>
  drawer(me)
    .getByRole('button', { name: me.t('ui.close') })
    .click()

import { expect, test } from 'vitest'
import { jobCommentsContract } from '../../src/features/jobs/contract-comments.ts'
import type { TextKey } from '../../src/texts.ts'
import type { Person } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { seen, signUp } from '../support/journey-steps.ts'
import { PASSWORD } from '../support/newcomers.ts'

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

test('jobs about to be added or changed, and what a colleague may do, ask before they go', async () => {
  const { page, t, troubles } = await house.person({ cookie: small.firm.owner.cookie })
  const asked = async (leaving: () => Promise<unknown>) => {
    await leaving()
    await page.getByRole('button', { name: t('ui.stay') }).click()
  }
  const leave = () => page.keyboard.press('Escape')
  await page.goto(`/workflow/${small.letters.id}`)
  await page.getByRole('button', { name: t('add.title') }).click()
  const panel = page.getByRole('dialog', { name: t('add.title') })
  await panel.getByLabel(t('add.name')).waitFor()
  await leave()
  await panel.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: t('add.title') }).click()
  await panel.getByLabel(t('add.name')).fill('Amended return')
  await asked(leave)
  await asked(() => page.mouse.click(300, 700))
  expect(await panel.getByLabel(t('add.name')).inputValue()).toBe('Amended return')
  await leave()
  await page.getByRole('button', { name: t('ui.leave') }).click()
  await panel.waitFor({ state: 'detached' })

  const { member } = await small.firm.addMember('employee', [])
  await page.goto(`/settings/team/${member.memberId}`)
  const right = page.getByRole('dialog').getByRole('checkbox').first()
  await right.check()
  await asked(leave)
  await asked(() => page.getByRole('link', { name: t('activity.of_member') }).click())
  expect(await right.isChecked()).toBe(true)
  await page.getByRole('button', { name: t('ui.save') }).click()
  await seen(page.getByText(t('ui.saved')))
  await leave()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(troubles).toEqual([])
})

test('a session that ends while one is writing: the same person signs in over the page, and sends what is there', async () => {
  const person = await house.person({})
  const { page, context, t, troubles } = person
  await signUp(person, 'Evening & Sons')
  await page.goto('/settings/tags')
  await page
    .getByRole('button', { name: t('tags.add') })
    .first()
    .click()
  const name = page.getByRole('dialog').getByLabel(t('tags.name'))
  await name.fill('Extended')
  const save = page.getByRole('dialog', { name: t('tags.add') }).getByRole('button', { name: t('tags.add') })
  const tokens = (await context.cookies()).map(({ value }) => value.split('.')[0]!)
  await small.firm.system.maintenance.deleteFrom('auth.sessions').where('token', 'in', tokens).execute()
  await save.click()
  const again = page.getByRole('dialog', { name: t('signin.ended_title') })
  await seen(again)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('ui.stay') }).click()
  expect(await again.getByLabel(t('login.email')).inputValue()).toContain('@example.com')
  const password = again.getByLabel(t('login.password'), { exact: true })
  await password.fill('a wrong one')
  await again.getByRole('button', { name: t('signin.go') }).click()
  await seen(again.getByText(t('refusal.wrong_credentials')))
  await password.fill(PASSWORD)
  await again.getByRole('button', { name: t('signin.go') }).click()
  await again.waitFor({ state: 'detached' })
  expect(await name.inputValue()).toBe('Extended')
  await save.click()
  await name.waitFor({ state: 'detached' })
  await seen(page.getByText('Extended').first())
  expect(troubles).toEqual([])
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

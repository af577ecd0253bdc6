import { expect, test } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { activityContract } from '../../src/features/activity/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import { type Person, picture } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { hold, pick, seen } from '../support/journey-steps.ts'
import { jobOf } from '../support/work.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})
const STATUS = 'Missing information'

test('J-41, J-42, J-45: from a job’s card a status is made, given something to wait for, and ended with a choice', async () => {
  const { firm, job } = small
  const owner = await house.person({ cookie: firm.owner.cookie })
  const { page, t } = owner
  const { accountId } = await jobOf(firm.owner, job)
  await firm.owner.call(tasksContract.createTask, { body: { accountId, name: 'Call the bank' } })
  await page.goto(`/jobs/${job}`)
  await statusMenu(owner, t('job.status_active'), t('job.new_status'))
  const form = page.getByRole('dialog', { name: t('job.new_status') })
  await form.getByRole('textbox', { name: t('job.status_name') }).fill('active')
  await form.getByRole('button', { name: t('job.add_status') }).click()
  await seen(form.getByText(t('field.duplicate')))
  await form.getByRole('textbox', { name: t('job.status_name') }).fill(STATUS)
  await picture(page, 'job-status-new-desktop')
  await form.getByRole('button', { name: t('job.add_status') }).click()
  await seen(page.getByRole('button', { name: t('job.status_is', { status: STATUS }) }))
  const letGo = await hold(owner, '**/api/v1/tasks?*')
  await page.getByRole('button', { name: t('link.to_status', { status: STATUS }) }).click()
  const linking = page.getByRole('dialog', { name: t('link.title') })
  const task = linking.getByRole('combobox', { name: t('link.task') })
  await task.click()
  await seen(page.getByText(t('ui.loading'), { exact: true }))
  letGo()
  await seen(page.getByRole('option', { name: 'Call the bank' }))
  await task.fill('Call nobody')
  await seen(page.getByText(t('add.none_found')))
  await task.fill('the bank')
  await pick(owner, task, 'Call the bank')
  await linking.getByRole('button', { name: t('link.confirm') }).click()
  await seen(page.getByRole('link', { name: 'Call the bank' }).first())
  await picture(page, 'job-status-items-desktop')
  await statusMenu(owner, STATUS, t('job.status_active'))
  const panel = page.getByRole('dialog', { name: t('job.make_active') })
  const becomes = panel.getByRole('combobox', { name: /Call the bank/ })
  await becomes.selectOption('complete')
  await picture(page, 'job-status-panel-desktop')
  await panel.getByRole('button', { name: t('job.make_active') }).click()
  await seen(page.getByRole('button', { name: t('job.status_is', { status: t('job.status_active') }) }))
  expect((await jobOf(firm.owner, job)).items.find(({ name }) => name === 'Call the bank')?.state).toBe('done')
  expect(owner.troubles).toEqual([])
})

test('CFS-1, CFS-9: a client status that is missing is made where it is picked, and nothing typed is lost', async () => {
  const { firm, job } = small
  const owner = await house.person({ cookie: firm.owner.cookie, size: 'phone' })
  const { page, t } = owner
  await page.goto(`/jobs/${job}`)
  await page.getByRole('button', { name: t('job.edit') }).click()
  await page.getByRole('textbox', { name: t('job.name'), exact: true }).fill('Return 2025, amended')
  await page.getByLabel(t('job.client_shown')).click()
  await page.getByRole('button', { name: t('client_statuses.new') }).click()
  const form = page.getByRole('dialog', { name: t('client_statuses.new') })
  await form.getByRole('textbox', { name: t('client_statuses.name') }).fill('With the tax office')
  await form.getByRole('textbox', { name: t('client_statuses.description') }).fill('They answer within a month.')
  await picture(page, 'client-status-new-phone')
  await form.getByRole('button', { name: t('client_statuses.add') }).click()
  const chosen = page.getByRole('combobox', { name: t('client_statuses.one') })
  await expect.poll(() => chosen.inputValue()).toBe('With the tax office')
  await picture(page, 'client-status-picked-phone')
  await page.getByRole('button', { name: t('ui.save'), exact: true }).click()
  await expect
    .poll(async () => (await jobOf(firm.owner, job)).client)
    .toMatchObject({
      visible: true,
      status: 'With the tax office',
      description: 'They answer within a month.',
    })
  expect((await jobOf(firm.owner, job)).name).toBe('Return 2025, amended')
  expect(await toldOf(job)).toContain('job.clientStatusSetByHand')
  expect(owner.troubles).toEqual([])
})

async function statusMenu({ page, t }: Person, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: t('job.status_is', { status: from }) }).click()
  await page.getByRole('menuitem', { name: to }).click()
}

async function toldOf(jobId: JobId): Promise<string[]> {
  const { items } = await small.firm.owner.call(activityContract.listEvents, { query: { jobId } })
  return items.map(({ type }) => type)
}

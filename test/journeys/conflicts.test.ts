import { expect, test } from 'vitest'
import { firmsContract } from '../../src/features/firms/contract.ts'
import { jobFieldsContract } from '../../src/features/jobs/contract-fields.ts'
import { pipelinesContract } from '../../src/features/pipelines/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import { type Person, picture } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { seen } from '../support/journey-steps.ts'
import { jobOf } from '../support/work.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

test('J-42: a status that is picked after somebody changed the job says so each time, and is set when picked again', async () => {
  const { firm, job } = small
  const { pipelineId, accountName, stageName } = await jobOf(firm.owner, job)
  const { id } = await firm.owner.call(pipelinesContract.addJobStatus, {
    params: { id: pipelineId },
    body: { name: 'On hold' },
  })
  const change = async (priority: string) => {
    const headers = { 'if-match': `"${(await jobOf(firm.owner, job)).revision}"` }
    await firm.owner.call(jobFieldsContract.changeJob, { params: { id: job }, body: { priority }, headers })
  }
  const owner = await house.person({ cookie: firm.owner.cookie })
  const { page, t } = owner
  await page.route('**/api/v1/live*', (route) => route.abort())
  await page.goto(`/jobs/${job}`)
  const active = t('job.status_active')
  const stale = page.getByText(t('board.stale', { name: accountName, stage: stageName }))
  await seen(statusButton(owner, active))
  await change('high')
  await choose(owner, active, 'On hold')
  await seen(stale)
  await picture(page, 'job-status-conflict-desktop')
  await choose(owner, active, 'On hold')
  await seen(statusButton(owner, 'On hold'))
  expect(await stale.count()).toBe(0)
  await choose(owner, 'On hold', active)
  await seen(statusButton(owner, active))
  expect((await jobOf(firm.owner, job)).statuses.find((status) => status.id === id)?.isSet).toBe(false)
})

test('T-4: names of statuses that two people change lose nothing typed, and who types nothing sees what others save', async () => {
  const { owner: caller } = small.firm
  const [reading, typing] = [
    await house.person({ cookie: caller.cookie }),
    await house.person({ cookie: caller.cookie, size: 'phone' }),
  ]
  const { t } = typing
  const planned = ({ page }: Person) =>
    page.getByRole('textbox', { name: t('tasks.name_of_status', { status: t('tasks.status_planned') }) })
  for (const person of [reading, typing]) {
    await person.page.goto('/settings/firm')
    await seen(planned(person))
  }
  await planned(typing).fill('Mine')
  const headers = { 'if-match': '"1"' }
  await caller.call(tasksContract.changeTaskStatusLabels, { body: { labels: { planned: 'Theirs' } }, headers })
  await expect.poll(() => planned(reading).inputValue()).toBe('Theirs')
  expect(await planned(typing).inputValue()).toBe('Mine')
  const save = typing.page.locator('form', { has: planned(typing) }).getByRole('button', { name: t('ui.save') })
  await save.click()
  await seen(typing.page.getByText(t('tasks.names_stale')))
  await picture(typing.page, 'task-status-names-conflict-phone')
  await typing.page.getByRole('button', { name: t('tasks.keep_mine') }).click()
  await save.click()
  await seen(typing.page.getByText(t('ui.saved')))
  await expect.poll(() => planned(reading).inputValue()).toBe('Mine')
})

test('what is typed into the settings of the firm stays when a colleague saves them; who types nothing sees them', async () => {
  const { owner: caller } = small.firm
  const [reading, typing] = [
    await house.person({ cookie: caller.cookie }),
    await house.person({ cookie: caller.cookie }),
  ]
  const { page, t } = typing
  const field = ({ page }: Person, label: 'firm.name' | 'firm.reply_to') =>
    page.getByRole('textbox', { name: t(label), exact: true })
  for (const person of [reading, typing]) {
    await person.page.goto('/settings/firm')
    await seen(field(person, 'firm.name'))
  }
  await field(typing, 'firm.reply_to').fill('office@example.com')
  const headers = { 'if-match': `"${(await caller.call(firmsContract.getFirm)).revision}"` }
  await caller.call(firmsContract.changeFirm, { body: { color: '#285f8f', name: 'Hollis & Partners' }, headers })
  await expect.poll(() => field(reading, 'firm.name').inputValue()).toBe('Hollis & Partners')
  expect(await field(typing, 'firm.reply_to').inputValue()).toBe('office@example.com')
  const form = page.locator('form', { has: field(typing, 'firm.name') })
  await form.getByRole('button', { name: t('ui.save') }).click()
  await seen(form.getByText(t('refusal.stale')))
  await form.getByRole('button', { name: t('ui.save') }).click()
  await seen(page.getByText(t('ui.saved')))
  await expect.poll(() => field(reading, 'firm.reply_to').inputValue()).toBe('office@example.com')
})

test('JOB-4: a job that is edited again at once begins with what was saved, however slow the line', async () => {
  const { firm, job } = small
  const { page, t, troubles } = await house.person({ cookie: firm.owner.cookie })
  const held = Promise.withResolvers<void>()
  await page.goto(`/jobs/${job}`)
  const name = page.getByLabel(t('job.name'))
  const save = async (typed: string) => {
    await name.fill(typed)
    await page.getByRole('button', { name: t('ui.save'), exact: true }).click()
    await name.waitFor({ state: 'detached' })
  }
  const edit = page.getByRole('button', { name: t('job.edit'), exact: true })
  await edit.click()
  await page.route(`**/api/v1/jobs/${job}`, async (route) => {
    if (route.request().method() === 'GET') await held.promise
    await route.continue()
  })
  await save('Return, once')
  await edit.click()
  expect(await name.inputValue()).toBe('Return, once')
  await save('Return, twice')
  held.resolve()
  await seen(page.getByRole('dialog', { name: 'Return, twice' }))
  expect(troubles).toEqual([])
})

function statusButton({ page, t }: Person, status: string) {
  return page.getByRole('button', { name: t('job.status_is', { status }) })
}

async function choose(person: Person, from: string, to: string): Promise<void> {
  await statusButton(person, from).click()
  await person.page.getByRole('menuitem', { name: to }).click()
}

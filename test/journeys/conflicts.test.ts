import { expect, test } from 'vitest'
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

function statusButton({ page, t }: Person, status: string) {
  return page.getByRole('button', { name: t('job.status_is', { status }) })
}

async function choose(person: Person, from: string, to: string): Promise<void> {
  await statusButton(person, from).click()
  await person.page.getByRole('menuitem', { name: to }).click()
}

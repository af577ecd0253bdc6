import { expect, test } from 'vitest'
import { jobFieldsContract } from '../../src/features/jobs/contract-fields.ts'
import { pipelinesContract } from '../../src/features/pipelines/contract.ts'
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
  await page.route('**/api/v1/live', (route) => route.abort())
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

function statusButton({ page, t }: Person, status: string) {
  return page.getByRole('button', { name: t('job.status_is', { status }) })
}

async function choose(person: Person, from: string, to: string): Promise<void> {
  await statusButton(person, from).click()
  await person.page.getByRole('menuitem', { name: to }).click()
}

import { expect, test } from 'vitest'
import { clientStatusesContract } from '../../src/features/client-statuses/contract.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { jobFieldsContract } from '../../src/features/jobs/contract-fields.ts'
import type { TestFirm } from '../support/firm-in.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { card, column, hold, pick, seen } from '../support/journey-steps.ts'
import { newTag } from '../support/pipeline.ts'
import { jobOf } from '../support/work.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

test('VIEW-5: a client’s page shows what is under way apart from what is over, and leads to what comes again', async () => {
  const { firm, job, letters } = small
  const { accountId } = await jobOf(firm.owner, job)
  const query = { accountId, pipelineId: letters.id }
  const [letter] = (await firm.owner.call(jobsContract.listJobs, { query })).items
  await firm.owner.call(jobsContract.archiveJob, { params: { id: letter!.id } })
  const owner = await house.person({ cookie: firm.owner.cookie })
  const { page, t } = owner
  await page.goto(`/clients/${accountId}`)
  const underWay = page.getByRole('region', { name: t('account.jobs'), exact: true })
  await seen(underWay.getByText('Gather'))
  expect(await underWay.getByText('Letters').count()).toBe(0)
  const over = page.getByRole('region', { name: t('account.jobs_over') })
  await seen(over.getByText('Letters'))
  await seen(over.getByText(t('job.archived'), { exact: true }))
  expect(await over.getByText('Returns').count()).toBe(0)
  await underWay.getByRole('link').click()
  await page.waitForURL(`**/jobs/${job}*`)
  await owner.settle()
  await page.goBack()
  await page.getByRole('link', { name: t('recurrences.manage') }).click()
  await page.waitForURL(`**/workflow/recurring?account=${accountId}`)
  expect(owner.troubles).toEqual([])
})

test('CFS-7: a card says what the client sees, nothing where it is hidden, and nothing where the pipeline leaves it out', async () => {
  const { firm, job, returns } = small
  const status = await firm.owner.call(clientStatusesContract.createClientStatus, {
    body: { name: 'At the tax office' },
  })
  await show(firm, job, { visible: true, statusId: status.id, name: '', description: '' })
  const owner = await house.person({ cookie: firm.owner.cookie })
  const { page, t } = owner
  await page.goto(`/workflow/${returns.id}`)
  const told = column(owner, 'Gather').getByText('At the tax office')
  await seen(told)
  await show(firm, job, { visible: false, statusId: status.id, name: '', description: '' })
  await told.waitFor({ state: 'detached' })
  await show(firm, job, { visible: true, statusId: status.id, name: '', description: '' })
  await seen(told)
  await page.goto(`/templates/pipelines/${returns.id}/settings`)
  await page.getByLabel(t('pipelines.card_client_status')).click()
  await owner.settle()
  await page.goto(`/workflow/${returns.id}`)
  await seen(card(owner, 'Gather', 'Alder'))
  expect(await told.count()).toBe(0)
  expect(owner.troubles).toEqual([])
})

test('VIEW-1, TAGS-2: the client’s tags are put on and taken off in the drawer of his job, which shows it at once, and so does its card', async () => {
  const { firm, job, returns } = small
  await newTag(firm, 'Abroad')
  const owner = await house.person({ cookie: firm.owner.cookie })
  const { page, t } = owner
  await page.goto(`/workflow/${returns.id}/jobs/${job}`)
  const change = async () => {
    await page.getByRole('button', { name: t('job.change_tags') }).click()
    const dialog = page.getByRole('dialog', { name: t('job.tags_of', { client: 'Alder' }) })
    await pick(owner, dialog.getByRole('combobox', { name: t('job.tags') }), 'Abroad')
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: t('ui.save') }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: t('job.change_tags') }).waitFor()
  const letGo = await hold(owner, `**/api/v1/jobs/${job}`)
  await change()
  await seen(page.getByRole('dialog', { name: 'Return' }).getByText('Abroad'))
  letGo()
  await seen(column(owner, 'Gather').getByText('Abroad'))
  expect((await jobOf(firm.owner, job)).tags.map(({ name }) => name)).toEqual(['Abroad'])
  await change()
  await column(owner, 'Gather').getByText('Abroad').waitFor({ state: 'detached' })
  expect(owner.troubles).toEqual([])
})

async function show(firm: TestFirm, id: string, client: Record<string, unknown>): Promise<void> {
  const { revision } = await firm.owner.call(jobsContract.getJob, { params: { id } })
  const headers = { 'if-match': `"${revision}"` }
  await firm.owner.call(jobFieldsContract.changeJob, { params: { id }, body: { client }, headers })
}

import { expect, test } from 'vitest'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { TextKey } from '../../src/texts.ts'
import { type Person, picture, SIZES } from '../support/browser.ts'
import { firmIn, type TestFirm } from '../support/firm-in.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { axe, rawTexts, sticksOut } from '../support/journey-screen.ts'
import { card, hold, pick, seen } from '../support/journey-steps.ts'
import {
  addJobs,
  asks,
  newAccount,
  newTaskTemplate,
  publish as published,
  type TestPipeline,
} from '../support/pipeline.ts'

let owner: Person
let letters: TestPipeline

const house = journeyHouse(async ({ system, person }) => {
  const firm = await firmIn(system)
  letters = await lettersWithJobs(firm)
  owner = await person({ cookie: firm.owner.cookie })
})

test('D-3, P-10: a pipeline is built from nothing, published, changed, compared with what it was, and put back', async () => {
  const { page, t, troubles } = owner
  await page.goto('/workflow')
  await page.getByRole('button', { name: t('pipelines.new') }).click()
  await page.getByRole('textbox', { name: t('pipelines.name') }).fill('Payroll')
  await page.getByRole('button', { name: t('pipelines.make') }).click()
  await page.getByRole('button', { name: t('pipelines.add_first_stage') }).click()
  await nameStage('Gather')
  await addStage('Pay out')
  await addAutomationWithTask('Pay out', 'Pay the wages')
  await publish(1)

  await page.getByRole('button', { name: 'Gather', exact: true }).click()
  await nameStage('Collect')
  await addStage('File')
  await publish(2)

  await page.getByRole('link', { name: t('pipelines.versions'), exact: true }).click()
  await page.getByRole('link', { name: t('pipelines.version_number', { version: 1 }) }).click()
  await page.getByRole('link', { name: t('pipelines.compare'), exact: true }).click()
  await seen(page.getByText(t('pipelines.change_stage_added', { stage: 'File' })))
  await seen(page.getByText(t('pipelines.was_called', { name: 'Gather' })))
  expect(await looksGood('pipeline-compare')).toEqual([])
  await page.getByRole('button', { name: t('pipelines.restore_version', { version: 1 }) }).click()
  await seen(page.getByText(t('pipelines.version_restored', { version: 1 })))
  await seen(lane('Gather'))
  expect(await lane('File').count()).toBe(0)
  await page.getByRole('button', { name: t('ui.undo') }).click()
  await seen(lane('File'))

  await page.goBack()
  await page.getByRole('button', { name: t('pipelines.restore_version', { version: 1 }) }).click()
  await seen(lane('Gather'))
  await publish(3)
  expect([...troubles, ...house.errors]).toEqual([])
})

test('P-12, P-18, P-19: a copy is made, archived, deleted, and taken back, each where it was done', async () => {
  const { page, t, troubles } = owner
  await openMenu('pipelines.duplicate')
  await seen(page.getByRole('heading', { level: 1, name: 'Payroll (2)' }))
  await openMenu('pipelines.archive')
  await seen(page.getByText(t('pipelines.is_archived_text')))
  expect(await looksGood('pipeline-archived')).toEqual([])
  await openMenu('pipelines.delete')
  await seen(page.getByRole('link', { name: 'Payroll', exact: true }))
  await page.getByRole('button', { name: t('pipelines.only_deleted') }).click()
  await page.getByRole('link', { name: 'Payroll (2)' }).click()
  await seen(page.getByText(t('pipelines.is_deleted_text')))
  expect(await page.getByRole('button', { name: t('pipelines.publish') }).count()).toBe(0)
  await page.getByRole('button', { name: t('pipelines.restore'), exact: true }).click()
  await page.getByText(t('pipelines.is_deleted_text')).waitFor({ state: 'detached' })
  await page.goto('/workflow')
  await seen(page.getByRole('link', { name: 'Payroll (2)' }))
  expect(await looksGood('workflow-copies')).toEqual([])
  expect([...troubles, ...house.errors]).toEqual([])
})

test('SET-3, SET-5, SET-6: sorting, card fields and a default recurrence are set at once, and are there after a reload', async () => {
  const { page, t, settle, troubles } = owner
  await page.goto('/templates')
  await page.getByRole('link', { name: 'Payroll', exact: true }).click()
  const tabs = page.getByRole('navigation', { name: t('pipelines.pipeline') })
  await tabs.getByRole('link', { name: t('pipelines.settings') }).click()
  const letGo = await hold(owner, '**/api/v1/pipelines/*/settings')
  await pick(owner, page.getByRole('combobox', { name: t('pipelines.sort') }), t('pipelines.sort_due_date'))
  await page.getByRole('checkbox', { name: t('pipelines.card_tags') }).uncheck()
  await page.getByRole('checkbox', { name: t('pipelines.card_account_id') }).check()
  await page.getByRole('button', { name: t('pipelines.set_recurrence') }).click()
  const dialog = page.getByRole('dialog', { name: t('pipelines.recurrence') })
  await dialog.getByLabel(t('schedule.start')).fill('2027-01-31')
  await dialog.getByRole('button', { name: t('ui.save') }).click()
  letGo() // what was set before is saved first, however slow the line
  await dialog.waitFor({ state: 'detached' })
  await settle()
  await page.reload()
  await seen(page.getByRole('button', { name: t('pipelines.remove_recurrence') }))
  expect(await page.getByRole('combobox', { name: t('pipelines.sort') }).inputValue()).toBe(
    t('pipelines.sort_due_date'),
  )
  expect(await page.getByRole('checkbox', { name: t('pipelines.card_tags') }).isChecked()).toBe(false)
  expect(await page.getByRole('checkbox', { name: t('pipelines.card_account_id') }).isChecked()).toBe(true)
  expect(await looksGood('pipeline-settings')).toEqual([])
  expect([...troubles, ...house.errors]).toEqual([])
})

test('P-20, D-21: a pipeline is kept in the firm’s own library, looked at, copied, and taken out', async () => {
  const { page, t, troubles } = owner
  await openMenu('library.save')
  const dialog = page.getByRole('dialog', { name: t('library.save') })
  await dialog.getByRole('textbox', { name: t('pipelines.name') }).fill('Our payroll')
  await dialog.getByRole('button', { name: t('library.save') }).click()
  await seen(page.getByText(t('library.saved', { name: 'Our payroll' })))
  await page.goto('/templates/library')
  expect(await looksGood('library-own')).toEqual([])
  await page.getByRole('link', { name: 'Our payroll' }).click()
  await page.getByRole('button', { name: 'Pay the wages' }).click()
  expect(await looksGood('own-pack')).toEqual([])
  await page.getByRole('button', { name: t('library.install') }).click()
  await seen(page.getByRole('heading', { level: 1, name: 'Our payroll' }))
  await seen(page.getByRole('region', { name: 'Pay out' }))
  await page.goto('/templates/library')
  await page.getByRole('link', { name: 'Our payroll' }).click()
  await page.getByRole('button', { name: t('library.take_out') }).click()
  const sure = page.getByRole('dialog')
  await sure.getByRole('button', { name: t('library.take_out') }).click()
  await seen(page.getByText(t('library.own_none')))
  expect([...troubles, ...house.errors]).toEqual([])
})

test('P-16: before automove is switched on, the dialogue says how many jobs move on, and after it they have', async () => {
  const { page, t, settle, troubles } = owner
  await page.goto(`/templates/pipelines/${letters.id}`)
  await page.getByRole('switch', { name: t('pipelines.automove_in', { stage: 'Write' }) }).click({ force: true })
  await page.getByRole('button', { name: t('pipelines.publish'), exact: true }).click()
  await seen(page.getByText(t('pipelines.jobs_move_on', { count: 1, stage: 'Write' })))
  await seen(page.getByText(t('pipelines.jobs_stay', { count: 1 })))
  await seen(page.getByText(t('pipelines.now_was', { now: t('pipelines.on'), before: t('pipelines.off') })))
  await settle()
  await picture(page, 'publish-moves-on')
  await page.getByRole('button', { name: t('pipelines.publish_moving', { count: 1 }) }).click()
  await seen(page.getByText(t('pipelines.now_published', { version: 2 })))
  await page.goto(`/workflow/${letters.id}`)
  await seen(card(owner, 'Post', 'Alder'))
  await seen(card(owner, 'Write', 'Birch'))
  expect([...troubles, ...house.errors]).toEqual([])
})

async function openMenu(act: TextKey): Promise<void> {
  const { page, t } = owner
  await page
    .getByRole('main')
    .getByRole('button', { name: t('ui.more') })
    .click()
  await page.getByRole('menuitem', { name: t(act) }).click()
}

/** What is wrong with the screen as it is, wide and narrow; pictures are kept. */
async function looksGood(name: string): Promise<string[]> {
  const { page, settle } = owner
  const found: string[] = []
  for (const size of ['phone', 'desktop'] as const) {
    await page.setViewportSize(SIZES[size])
    await settle()
    await picture(page, `${name}-${size}`)
    found.push(...(await axe(page)), ...(await sticksOut(page)), ...(await rawTexts(page)))
  }
  return found
}

function lane(stage: string) {
  return owner.page.getByRole('region', { name: stage, exact: true })
}

async function addStage(name: string): Promise<void> {
  const { page, t } = owner
  await page.getByRole('button', { name: t('pipelines.add_stage'), exact: true }).click()
  await nameStage(name)
}

async function nameStage(name: string): Promise<void> {
  await owner.page.getByRole('textbox', { name: owner.t('pipelines.stage_name') }).fill(name)
  await seen(lane(name))
}

/** Adds an automation and makes the template it uses in place. */
async function addAutomationWithTask(stage: string, task: string): Promise<void> {
  const { page, t } = owner
  await page.getByRole('button', { name: t('pipelines.add_automation_to', { stage }) }).click()
  await page.getByRole('menuitem', { name: t('pipelines.kind_create_task') }).click()
  await page.getByRole('button', { name: t('pipelines.new_task') }).click()
  const dialog = page.getByRole('dialog', { name: t('pipelines.new_task') })
  await dialog.getByRole('textbox', { name: t('pipelines.template_name') }).fill(task)
  await dialog.getByRole('textbox', { name: t('pipelines.task_title') }).fill(task)
  await dialog.getByRole('button', { name: t('pipelines.make_template') }).click()
  await seen(lane(stage).getByText(task))
}

async function publish(version: number): Promise<void> {
  const { page, t } = owner
  await page.getByRole('button', { name: t('pipelines.publish'), exact: true }).click()
  await page
    .getByRole('dialog', { name: t('pipelines.publish') })
    .getByRole('button', { name: t('pipelines.publish_moving', { count: 0 }), exact: true })
    .click()
  await seen(page.getByText(t('pipelines.now_published', { version })))
  await seen(page.getByText(t('pipelines.is_published', { version }), { exact: true }))
}

/** Write waits for a task and does not move by itself; two jobs in it, the task of Alder's done. */
async function lettersWithJobs(firm: TestFirm): Promise<TestPipeline> {
  const task = await newTaskTemplate(firm, 'Write the letter')
  const made = await published(firm, 'Letters', [{ name: 'Write', automations: [asks.task(task)] }, { name: 'Post' }])
  const [alder] = await addJobs(firm, made, [await newAccount(firm, 'Alder'), await newAccount(firm, 'Birch')])
  const { items } = await firm.owner.call(tasksContract.listTasks, { query: { jobId: alder! } })
  const params = { id: items[0]!.id }
  await firm.owner.call(tasksContract.setTaskStatus, { params, body: { status: 'completed' } })
  return made
}

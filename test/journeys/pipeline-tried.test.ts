import { expect, test } from 'vitest'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { type Person, picture, SIZES } from '../support/browser.ts'
import { firmIn } from '../support/firm-in.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { axe, rawTexts, sticksOut } from '../support/journey-screen.ts'
import { pick, seen } from '../support/journey-steps.ts'
import { newAccount, newTag, newTaskTemplate } from '../support/pipeline.ts'

let owner: Person

const house = journeyHouse(async ({ system, person }) => {
  const firm = await firmIn(system)
  const tag = await newTag(firm, 'Foreign income')
  const [alder] = [await newAccount(firm, 'Alder'), await newAccount(firm, 'Birch')]
  await firm.owner.call(accountsContract.changeAccountTags, { body: { accountIds: [alder!], add: [tag], remove: [] } })
  for (const title of ['Collect papers', 'Ask about abroad', 'Fill in form B']) await newTaskTemplate(firm, title)
  owner = await person({ cookie: firm.owner.cookie })
})

test('B-1, B-5, B-6, D-4: a pipeline with conditions is built, tried on a client, stopped, dry-run and published', async () => {
  const { page, t, settle, troubles } = owner
  await page.goto('/workflow')
  await page.getByRole('button', { name: t('pipelines.new') }).click()
  await page.getByRole('textbox', { name: t('pipelines.name') }).fill('Returns')
  await page.getByRole('button', { name: t('pipelines.make') }).click()
  await page.getByRole('button', { name: t('pipelines.add_first_stage') }).click()
  await nameStage('Gather')
  await addTask('Gather', 'Collect papers')
  await addTask('Gather', 'Ask about abroad')
  await page.getByRole('switch', { name: t('pipelines.automation_condition') }).click({ force: true })
  await pick(owner, page.getByRole('combobox', { name: t('pipelines.all_these_tags') }), 'Foreign income')
  await addStage('Abroad')
  await addStage('File')
  await page.getByRole('button', { name: 'Abroad', exact: true }).click()
  await page.getByRole('switch', { name: t('pipelines.stage_condition') }).click({ force: true })
  await pick(owner, page.getByRole('combobox', { name: t('pipelines.all_these_tags') }), 'Foreign income')
  await page.keyboard.press('Tab')

  await page.getByRole('button', { name: t('pipelines.more_conditions') }).click()
  await page.getByRole('button', { name: t('pipelines.add_line'), exact: true }).click()
  await page.getByRole('menuitem', { name: t('pipelines.operand_job_priority') }).click()
  await page.getByRole('button', { name: t('pipelines.add_group'), exact: true }).click()
  await pick(owner, page.getByRole('combobox', { name: t('pipelines.try_with') }), 'Alder')
  await seen(page.getByText(t('pipelines.unknown_no_job')))
  await seen(page.getByText(t('pipelines.whole_unknown')))
  expect(await looksGood('condition-tree')).toEqual([])
  const lines = page.getByRole('button', { name: t('pipelines.remove_line') })
  await page.getByRole('button', { name: t('pipelines.remove_group') }).click()
  await lines.nth(1).click()
  await seen(page.getByText(t('pipelines.whole_met')))
  await seen(page.getByText(/^Met now by 1 of \d clients\.$/))
  await picture(page, 'condition-count')
  await addTask('Abroad', 'Fill in form B')

  await add('File', t('pipelines.kind_update_client_status'))
  await seen(page.getByText(t('field.client_status_missing')).first())
  await page.getByRole('button', { name: t('pipelines.publish'), exact: true }).click()
  await seen(page.getByText(t('pipelines.problems_first', { count: 1 })))
  expect(await publishButton().isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('pipelines.delete_automation') }).click()

  await page.getByRole('link', { name: t('pipelines.dry_run') }).click()
  for (const name of ['Alder', 'Birch']) {
    await pick(owner, page.getByRole('combobox', { name: t('trials.clients') }), name)
  }
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: t('trials.run', { count: 2 }) }).click()
  const alder = page.getByRole('region', { name: 'Alder' })
  await seen(alder.getByText(t('trials.creates', { name: 'Ask about abroad', people: 0, who: '' })))
  await seen(page.getByRole('region', { name: 'Birch' }).getByText(t('trials.waits_for', { item: 'Collect papers' })))
  expect(await looksGood('dry-run')).toEqual([])

  await page.getByRole('button', { name: t('pipelines.publish'), exact: true }).click()
  await publishButton().click()
  await seen(page.getByText(t('pipelines.now_published', { version: 1 })))
  await settle()
  expect([...troubles, ...house.errors]).toEqual([])
})

test('AUT-9 to AUT-11, B-8, B-9, STG-5: people, client-facing status, completion rule and time limit have their forms', async () => {
  const { page, t, troubles } = owner
  await page.getByRole('link', { name: t('pipelines.stages'), exact: true }).click()
  await add('Gather', t('pipelines.kind_update_job_assignees'))
  await seen(page.getByText(t('field.people_unchanged')).first())
  await pick(owner, page.getByRole('combobox', { name: t('pipelines.add_people') }), 'Mara Lindqvist')
  await page.keyboard.press('Tab')
  await page.getByText(t('pipelines.repeat_once_per_job'), { exact: true }).click()
  await seen(lane('Gather').getByText('+Mara Lindqvist'))
  expect(await looksGood('assignees-form')).toEqual([])
  await add('Gather', t('pipelines.kind_update_account_access'))
  await page.getByRole('checkbox', { name: t('pipelines.replace_access') }).check()
  await add('Gather', t('pipelines.kind_update_client_status'))
  await page.getByText(t('pipelines.hidden_from_client'), { exact: true }).last().click()
  expect(await looksGood('client-status-form')).toEqual([])

  await page.getByRole('button', { name: 'Gather', exact: true }).click()
  await page.getByRole('switch', { name: t('pipelines.time_limit') }).click({ force: true })
  await pick(owner, page.getByRole('combobox', { name: t('pipelines.completion') }), t('pipelines.completes_count'))
  await page.getByRole('combobox', { name: t('pipelines.completion') }).click()
  await seen(page.getByRole('option', { name: t('pipelines.completes_named') }))
  await page.keyboard.press('Escape') // closes the list, not the panel
  await page.getByRole('textbox', { name: t('pipelines.completion_least') }).fill('3')
  await seen(page.getByText(t('field.stage_never_completes')).first())
  await seen(page.getByRole('button', { name: t('pipelines.warnings', { count: 1 }) }))
  await pick(owner, page.getByRole('combobox', { name: t('pipelines.completion') }), t('pipelines.completes_named'))
  await page.getByRole('checkbox', { name: 'Collect papers' }).check()
  expect(await looksGood('stage-form')).toEqual([])
  await page.getByRole('button', { name: t('pipelines.publish'), exact: true }).click()
  await publishButton().click()
  await seen(page.getByText(t('pipelines.now_published', { version: 2 })))
  expect([...troubles, ...house.errors]).toEqual([])
})

function lane(stage: string) {
  return owner.page.getByRole('region', { name: stage, exact: true })
}

function publishButton() {
  const { page, t } = owner
  const panel = page.getByRole('dialog', { name: t('pipelines.publish') })
  return panel.getByRole('button', { name: t('pipelines.publish_moving', { count: 0 }), exact: true })
}

async function addStage(name: string): Promise<void> {
  await owner.page.getByRole('button', { name: owner.t('pipelines.add_stage'), exact: true }).click()
  await nameStage(name)
}

async function nameStage(name: string): Promise<void> {
  await owner.page.getByRole('textbox', { name: owner.t('pipelines.stage_name') }).fill(name)
  await seen(lane(name))
}

async function add(stage: string, kind: string): Promise<void> {
  const { page, t } = owner
  await page.getByRole('button', { name: t('pipelines.add_automation_to', { stage }) }).click()
  await page.getByRole('menuitem', { name: kind }).click()
}

async function addTask(stage: string, template: string): Promise<void> {
  const { page, t } = owner
  await add(stage, t('pipelines.kind_create_task'))
  await pick(owner, page.getByRole('combobox', { name: t('pipelines.template') }), template)
  await seen(lane(stage).getByText(template))
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

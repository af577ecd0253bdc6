import { expect, test } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { firmIn, type TestFirm } from '../support/firm-in.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { focused, tabTo } from '../support/journey-keys.ts'
import { card, seen } from '../support/journey-steps.ts'
import { addJobs, asks, newAccount, newTaskTemplate, publish, type TestPipeline } from '../support/pipeline.ts'

let firm: TestFirm
let pipeline: TestPipeline
const house = journeyHouse(async (opened) => {
  firm = await firmIn(opened.system)
  const accounts: AccountId[] = []
  for (let at = 1; at <= 50; at++) accounts.push(await newAccount(firm, `Client ${String(at).padStart(2, '0')}`))
  const first = asks.task(await newTaskTemplate(firm, 'Collect papers'))
  const second = asks.task(await newTaskTemplate(firm, 'Prepare return'))
  pipeline = await publish(firm, 'Returns', [
    { name: 'Gather', automations: [first] },
    { name: 'Prepare', automations: [second] },
    { name: 'Done' },
  ])
  const ids = await addJobs(firm, pipeline, accounts)
  await firm.owner.call(jobsContract.archiveJob, { params: { id: ids[49]! } })
})

test('VIEW-2, A-35, A-11: fifty jobs, a stage taken whole, one left out, moved with the keyboard alone, with a result for each', async () => {
  const person = await house.person({ cookie: firm.owner.cookie })
  const { page, t } = person
  await page.goto(`/workflow/${pipeline.id}`)
  await seen(card(person, 'Gather', 'Client 01'))
  const whole = page.getByRole('checkbox', { name: t('board.select_stage', { stage: 'Gather', count: 49 }) })
  await whole.focus()
  await page.keyboard.press('Space')
  await seen(page.getByRole('toolbar').getByText(t('selection.count', { count: 49 })))
  await card(person, 'Gather', 'Client 02').focus()
  await page.keyboard.press('x')
  await seen(page.getByRole('toolbar').getByText(t('selection.count', { count: 48 })))
  await page.keyboard.press('m')
  const panel = page.getByRole('dialog', { name: t('move.title_open', { count: 48 }) })
  await focused(panel.getByRole('heading'))
  const stage = panel.getByRole('combobox', { name: t('move.stage') })
  await tabTo(person, stage)
  await page.keyboard.type('prep')
  await seen(page.locator('[data-combobox-selected]').getByText('Prepare'))
  await page.keyboard.press('Enter')
  await expect.poll(() => stage.inputValue()).toBe('Prepare')
  const asked = page.getByRole('dialog', { name: t('move.title', { count: 48, stage: 'Prepare' }) })
  await seen(asked.getByText(t('move.of', { runs: 48, total: 48 })))
  await asked
    .getByLabel(t('move.becomes', { name: t('move.all_of', { kind: 'task', count: 48 }) }))
    .selectOption('complete')
  const confirm = asked.getByRole('button', { name: t('move.confirm', { count: 48, mails: 0 }) })
  await tabTo(person, confirm)
  await page.keyboard.press('Enter')
  await seen(page.getByText(t('bulk.finished', { kind: 'move_jobs', succeeded: 48, failed: 0 })).first())
  await seen(card(person, 'Prepare', 'Client 01'))
  await seen(card(person, 'Gather', 'Client 02'))
  await page.getByRole('button', { name: t('bulk.results') }).click()
  await seen(page.getByRole('dialog').getByText('Return · Prepare').first())
  expect(person.troubles).toEqual([])
})

test('A-37: whoever closes the panel has moved nothing', async () => {
  const person = await house.person({ cookie: firm.owner.cookie })
  const { page, t } = person
  await page.goto(`/workflow/${pipeline.id}`)
  await card(person, 'Gather', 'Client 02').focus()
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'Done' }).click()
  const panel = page.getByRole('dialog', { name: t('move.title', { count: 1, stage: 'Done' }) })
  await seen(panel.getByText('Collect papers'))
  await panel.getByRole('button', { name: t('ui.cancel') }).click()
  await panel.waitFor({ state: 'hidden' })
  await seen(card(person, 'Gather', 'Client 02'))
})

test('A-35, A-11: what could not be moved is tried again from the results, once it can be, and the next results open', async () => {
  const person = await house.person({ cookie: firm.owner.cookie })
  const { page, t } = person
  const { items } = await firm.owner.call(jobsContract.listJobs, {
    query: { pipelineId: pipeline.id, sort: 'account_name' },
  })
  const [params] = items.filter((job) => job.accountName === 'Client 07').map(({ id }) => ({ id }))
  await page.goto(`/workflow/${pipeline.id}`)
  for (const name of ['Client 06', 'Client 07']) {
    await card(person, 'Prepare', name).focus()
    await page.keyboard.press('x')
  }
  await page.keyboard.press('m')
  const stage = page.getByRole('dialog').getByRole('combobox', { name: t('move.stage') })
  await stage.click()
  await page.getByRole('option', { name: 'Done' }).click()
  await firm.owner.call(jobsContract.archiveJob, { params: params! })
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('move.confirm', { count: 2, mails: 0 }) })
    .or(page.getByRole('dialog').getByRole('button', { name: t('move.confirm', { count: 1, mails: 0 }) }))
    .click()
  await seen(page.getByText(t('bulk.finished', { kind: 'move_jobs', succeeded: 1, failed: 1 })).first())
  await page.getByRole('button', { name: t('bulk.results') }).click()
  const results = page.getByRole('dialog')
  await seen(results.getByText(t('bulk.reason.job_archived')))
  expect(await results.getByRole('button', { name: t('ui.retry') }).count()).toBe(0)
  await firm.owner.call(jobsContract.restoreJob, { params: params! })
  await results.getByRole('button', { name: t('ui.retry') }).click()
  await seen(results.getByRole('heading', { name: t('bulk.finished', { kind: 'move_jobs', succeeded: 1, failed: 0 }) }))
  await seen(results.getByText('Client 07'))
  await page.keyboard.press('Escape')
  await seen(card(person, 'Done', 'Client 07'))
  expect(person.troubles).toEqual([])
})

import { describe, expect, test } from 'vitest'
import type { Person } from '../support/browser.ts'
import { signInClient } from '../support/firm-in.ts'
import { HANDS } from '../support/hands.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { card, column, seen } from '../support/journey-steps.ts'
import { ABROAD, CLIENTS, type Fifty, fiftyClients } from '../support/whole-way.ts'
import {
  type AtWork,
  addAutomation,
  addFifty,
  addStage,
  beginPipeline,
  createTask,
  onlyFor,
  openPublish,
  publishing,
  sendOrganizer,
  told,
} from '../support/whole-way-steps.ts'

const firms = {} as Record<keyof typeof HANDS, Fifty>
const house = journeyHouse(async (opened) => {
  for (const kind of ['mouse', 'keyboard'] as const) firms[kind] = await fiftyClients(opened)
})

/** The life of a pipeline, from nothing to fifty jobs that are done: the same way with a mouse and without one. */
describe.each(['mouse', 'keyboard'] as const)('with the %s alone', { timeout: 240_000 }, (kind) => {
  let me: AtWork
  let watcher: Person
  let client: Person

  test('B-1, B-6, A-7, D-4: a pipeline is built from nothing, stopped while it is unfinished, dry-run and published', async () => {
    me = await atWork()
    const { page, t, hands } = me
    await beginPipeline(me, 'Returns', 'Gather')
    await sendOrganizer(me, 'Gather', 'Questions', 'What is new this year?')
    await createTask(me, 'Gather', 'Ask about abroad')
    await onlyFor(me, 'automation', 'Foreign income')
    await addAutomation(me, 'Gather', t('pipelines.kind_update_client_status'))
    await seen(page.getByText(t('field.client_status_missing')).first())
    await openPublish(me)
    await seen(page.getByText(t('pipelines.problems_first', { count: 1 })))
    expect(await publishing(me, 0).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await hands.pick(page.getByRole('combobox', { name: t('client_statuses.one') }), 'In progress')
    await addStage(me, 'Abroad')
    await addStage(me, 'Prepare')
    await addStage(me, 'File')
    await hands.press(page.getByRole('button', { name: 'Abroad', exact: true }))
    await onlyFor(me, 'stage', 'Foreign income')
    await createTask(me, 'Abroad', 'Fill in form B')
    await createTask(me, 'Prepare', 'Prepare the return')
    await addAutomation(me, 'File', t('pipelines.kind_update_client_status'))
    await hands.pick(page.getByRole('combobox', { name: t('client_statuses.one') }), 'Done')
    await hands.press(page.getByRole('link', { name: t('pipelines.dry_run') }))
    for (const name of ['Client 01', 'Client 11']) {
      await hands.pick(page.getByRole('combobox', { name: t('trials.clients') }), name)
    }
    await page.keyboard.press('Escape')
    await hands.press(page.getByRole('button', { name: t('trials.run', { count: 2 }) }))
    const created = t('trials.creates', { name: 'Ask about abroad', people: 0, who: '' })
    await seen(page.getByRole('region', { name: 'Client 01' }).getByText(created))
    await seen(page.getByRole('region', { name: 'Client 11' }))
    expect(await page.getByRole('region', { name: 'Client 11' }).getByText(created).count()).toBe(0)
    await openPublish(me)
    await hands.press(publishing(me, 0))
    await seen(page.getByText(t('pipelines.now_published', { version: 1 })))
  })

  test('VIEW-1: fifty jobs begin and go on as people do their part; a colleague sees it happen, a client is told', async () => {
    const { firm, colleague, emailOf, answered, tasksDone } = firms[kind]
    const { page, t, hands } = me
    await hands.press(page.getByRole('link', { name: t('pipelines.board'), exact: true }))
    watcher = await house.person({ cookie: colleague.cookie, locale: 'nl' })
    await watcher.page.goto(page.url())
    await addFifty(me)
    await seen(card(watcher, 'Gather', 'Client 01'))
    client = await house.person({ cookie: (await signInClient(firm, emailOf('Client 11'))).cookie, size: 'phone' })
    await client.page.goto('/portal')
    await seen(told(client, 'In progress'))
    await Promise.all([answered(CLIENTS.slice(0, 40)), tasksDone(ABROAD)])
    for (const person of [me, watcher]) {
      await seen(counted(person, 'Abroad', 10))
      await seen(counted(person, 'Prepare', 30))
      await seen(counted(person, 'Gather', 10))
    }
  })

  test('D-3, P-13: a stage with jobs in it is taken out while others go on; they go where it was said, and nowhere else', async () => {
    const { answered, tasksDone } = firms[kind]
    const { page, t, hands } = me
    await hands.press(page.getByRole('link', { name: t('board.edit') }))
    await hands.press(page.getByRole('button', { name: 'Abroad', exact: true }))
    await hands.press(page.getByRole('button', { name: t('pipelines.delete_stage') }))
    await openPublish(me)
    const fate = page.getByRole('combobox', { name: t('pipelines.jobs_go', { count: 10, stage: 'Abroad' }) })
    expect(await publishing(me, 10).isDisabled()).toBe(true)
    await hands.choose(fate, 'Prepare')
    await Promise.all([
      hands.press(publishing(me, 10)),
      answered(CLIENTS.slice(40, 45)),
      tasksDone(CLIENTS.slice(10, 40)),
    ])
    await seen(page.getByText(t('pipelines.is_published', { version: 2 }), { exact: true }))
    await hands.press(page.getByRole('link', { name: t('pipelines.board'), exact: true }))
    for (const person of [me, watcher]) {
      await seen(counted(person, 'Prepare', 15))
      await seen(counted(person, 'Gather', 5))
      await seen(counted(person, 'File', 30))
      expect(await column(person, 'Abroad').count()).toBe(0)
    }
    await client.page.reload()
    await seen(told(client, 'Done'))
  })

  test('A-34, B-3: one is moved by hand with something pending, and another says why it stands still', async () => {
    const { page, t, hands } = me
    await hands.askToMove(card(me, 'Gather', 'Client 46'), 'Client 46')
    await hands.take('Prepare')
    const panel = page.getByRole('dialog', { name: t('move.title', { count: 1, stage: 'Prepare' }) })
    const becomes = panel.getByLabel(t('move.becomes', { name: 'Questions, Client 46' }))
    await hands.choose(becomes, t('move.choice.seal'))
    await hands.press(panel.getByRole('button', { name: t('move.confirm', { count: 1, mails: 0 }) }))
    for (const person of [me, watcher]) await seen(counted(person, 'Prepare', 16))
    await panel.waitFor({ state: 'hidden' })

    await hands.open(card(me, 'Gather', 'Client 47'))
    const why = page.getByRole('region', { name: t('job.why') })
    await seen(why.getByText(t('reason.organizer', { count: 1, who: 'Client 47 Client', name: 'Questions' })))
    await page.keyboard.press('Escape')
    await why.waitFor({ state: 'hidden' })
    await hands.press(page.getByRole('button', { name: `${t('state.stuck')} 10` }))
    await seen(counted(me, 'Prepare', 10))
    await hands.open(card(me, 'Prepare', 'Client 01'))
    await seen(why.getByText(t('reason.nothing_linked')))
    expect([...me.troubles, ...watcher.troubles, ...client.troubles, ...house.errors]).toEqual([])
  })

  async function atWork(): Promise<AtWork> {
    const person = await house.person({ cookie: firms[kind].firm.owner.cookie })
    await person.page.goto('/')
    return { ...person, hands: HANDS[kind](person) }
  }
})

/** The head of a stage's column, as it says how many jobs are in it. */
function counted(person: Person, stage: string, count: number) {
  return column(person, stage).getByRole('heading', { name: `${stage} ${count}`, exact: true })
}

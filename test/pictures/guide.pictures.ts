import type { Locator, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { clientOfTwo } from '../../src/world/demo-sign-in.ts'
import { demoMembers } from '../../src/world/names.ts'
import { seedDemo } from '../../src/world/seed-demo.ts'
import type { Person } from '../support/browser.ts'
import { openSession } from '../support/firm-in.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { choose, clientsFile, pick, seen } from '../support/journey-steps.ts'

/** The pictures of README and guide, taken of the demo firm as it is on the day. Not a check: bin/pictures runs it. */
const DOCS = new URL('../../docs/', import.meta.url).pathname
const PIPELINE = 'Individual returns (1040)'

let owner: Person
let client: Person
const house = journeyHouse(async (opened) => {
  const firmId = (await seedDemo(opened.system))!
  const someone = async (kind: 'member' | 'client', name: string, email: string) =>
    opened.person({ cookie: (await openSession(opened.system, kind, firmId, name, email)).cookie })
  const [ellen] = demoMembers
  owner = await someone('member', ellen!.name, ellen!.email)
  const { email, firstName } = clientOfTwo()
  client = await someone('client', firstName, email)
})

beforeAll(async () => {
  for (const { page } of [owner, client]) await page.setViewportSize({ width: 1280, height: 800 })
  owner.page.removeAllListeners('dialog')
  owner.page.on('dialog', (question) => question.accept()) // a form that a picture was taken of is left unsaved
})

test('board', async () => {
  await owner.page.setViewportSize({ width: 1440, height: 900 })
  await openBoard()
  await owner.page.mouse.move(0, 0)
  await take(owner, 'board')
  await owner.page.setViewportSize({ width: 1280, height: 800 })
})

test('why a job stands still', async () => {
  await openBoard()
  const { page } = owner
  await page.getByRole('region', { name: 'Check papers' }).getByRole('link').first().click()
  await seen(page.getByRole('dialog'))
  await take(owner, 'guide/why-a-job-stands-still', page.getByRole('dialog'))
})

test('add jobs', async () => {
  await openBoard()
  const { page, t } = owner
  await page.getByRole('button', { name: t('board.add') }).click()
  for (const name of ['Bluebird Bicycle Works LLC', 'Chen, Wei']) {
    await page.getByRole('searchbox', { name: t('add.search') }).fill(name)
    await page.getByRole('checkbox', { name, exact: true }).check({ force: true })
  }
  await page.getByRole('searchbox', { name: t('add.search') }).fill('')
  await seen(page.getByRole('checkbox', { name: 'Adeyemi, Folake', exact: true }))
  await take(owner, 'guide/add-jobs', page.getByRole('dialog'))
})

test('move many jobs', async () => {
  await openBoard()
  const { page, t } = owner
  await page.getByRole('region', { name: 'Gather documents' }).getByRole('checkbox').first().check({ force: true })
  await page.keyboard.press('m')
  await pick(owner, page.getByRole('combobox', { name: t('move.stage') }), 'Check papers')
  await seen(page.getByText(t('move.pending')))
  await take(owner, 'guide/move-many-jobs', page.getByRole('dialog'))
})

test('send an organizer', async () => {
  const { page, t } = owner
  await page.goto('/organizers')
  await page.getByRole('button', { name: t('shell.new') }).click()
  await page.getByRole('menuitem', { name: t('organizers.send') }).click()
  await pick(owner, page.getByRole('combobox', { name: t('organizers.send_template') }), '1040: tax organizer')
  await page.getByRole('checkbox').first().check({ force: true })
  await take(owner, 'guide/send-an-organizer', page.getByRole('dialog'))
})

test('invite colleagues', async () => {
  const { page, t } = owner
  await page.goto('/settings/team')
  await page
    .getByRole('link', { name: t('team.invite') })
    .or(page.getByRole('button', { name: t('team.invite') }))
    .click()
  await seen(page.getByRole('dialog'))
  await take(owner, 'guide/invite-colleagues')
})

test('import clients', async () => {
  const { page, t } = owner
  const { text, unknown } = clientsFile('en')
  await page.goto('/clients')
  await page.getByRole('link', { name: t('clients.import'), exact: true }).click()
  const chooser = await choose(owner, page.getByRole('button', { name: t('imports.choose') }))
  await chooser.setFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  const column = page.getByRole('combobox', { name: t('imports.becomes_of', { column: unknown }) })
  await pick(owner, column, t('imports.field.contact.email'))
  await page.getByRole('button', { name: t('imports.check') }).click()
  await seen(page.getByRole('heading', { name: t('imports.would') }))
  await take(owner, 'guide/import-clients')
})

test('what the client sees', async () => {
  await client.page.goto('/portal')
  await seen(client.page.getByRole('heading', { name: client.t('portal.work') }))
  await take(client, 'guide/what-the-client-sees')
})

test('build a pipeline, and change it', async () => {
  await openBoard()
  const { page, t } = owner
  await page.getByRole('link', { name: t('board.edit') }).click()
  await page.getByRole('button', { name: 'Foreign income', exact: true }).first().click()
  await seen(page.getByRole('textbox', { name: t('pipelines.stage_name') }))
  await take(owner, 'guide/build-a-pipeline')
  await page.getByRole('button', { name: 'Check papers', exact: true }).first().click()
  await page.getByRole('button', { name: t('pipelines.delete_stage') }).click()
  await page
    .getByRole('button', { name: t('pipelines.publish'), exact: true })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Prepare' })
  await seen(page.getByText(new RegExp(`^${t('pipelines.saved', { time: '' })}`)))
  await take(owner, 'guide/change-a-pipeline')
})

async function openBoard(): Promise<void> {
  await owner.page.goto('/workflow')
  await owner.page.getByRole('main').getByRole('link', { name: PIPELINE, exact: true }).click()
  await seen(owner.page.getByRole('region', { name: 'Gather documents' }).getByRole('link').first())
}

/** Keeps a picture of the page, or of a part of it. */
async function take({ page, settle, troubles }: Person, name: string, part: Page | Locator = page): Promise<void> {
  await settle()
  await part.screenshot({ path: `${DOCS}${name}.png` })
  expect([...troubles, ...house.errors]).toEqual([])
}

import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { clientStatusesContract } from '../../src/features/client-statuses/contract.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { rolesContract } from '../../src/features/roles/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { Person } from '../support/browser.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { inNav, pick, seen, tickAll } from '../support/journey-steps.ts'
import { publish, type TestPipeline, tells } from '../support/pipeline.ts'

let small: SmallFirm
/** its first stage tells the client a status */
let told: TestPipeline
/** the owner's, for Alder */
let role: string
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
  const { firm } = small
  const { items } = await firm.owner.call(clientStatusesContract.listClientStatuses)
  told = await publish(firm, 'Told', [{ name: 'Begin', automations: [tells(items[0]!.id)] }, { name: 'End' }])
  const [first] = (await firm.owner.call(rolesContract.listAccountRoles)).items
  const [alder] = (await firm.owner.call(accountsContract.listAccounts, { query: { search: 'Alder' } })).items
  const body = { roleId: first!.id, accountIds: [alder!.id], add: [firm.owner.member.memberId] }
  await firm.owner.call(rolesContract.changeRoleHolders, { body })
  role = first!.name
})

const enter = (): Promise<Person> => house.person({ cookie: small.firm.owner.cookie })

/** In the form that opened: which pipeline, which clients if it asks, and the name by which the jobs are found again. */
async function add(person: Person, name: string, clients: string[] = []): Promise<void> {
  const { page, t } = person
  const form = page.getByRole('dialog', { name: t('add.title') })
  const pipeline = form.getByRole('combobox', { name: t('add.pipeline') })
  await seen(pipeline)
  if ((await pipeline.inputValue()) === '') await pick(person, pipeline, 'Letters')
  await form.getByLabel(t('add.name')).fill(name)
  for (const client of clients) await form.getByRole('checkbox', { name: client }).check({ force: true })
  await form.locator('button[type=submit]').click()
  await form.waitFor({ state: 'detached' })
}

const named = ({ page }: Person, name: string): Locator => page.getByRole('link', { name, exact: true })

test('JC-1: jobs are added from the board, the menu, a client’s page, the list of clients and another job', async () => {
  const person = await enter()
  const { page, t } = person
  await page.goto(`/workflow/${small.letters.id}`)
  await page
    .getByRole('button', { name: t('board.add') })
    .first()
    .click()
  await add(person, 'From the board', ['Birch'])

  await page.getByRole('button', { name: t('shell.new') }).click()
  await page.getByRole('menuitem', { name: t('new.jobs') }).click()
  await add(person, 'From the menu', ['Cedar'])

  await inNav(person, 'nav.clients').click()
  await tickAll(person)
  await page.getByRole('button', { name: t('add.title') }).click()
  await add(person, 'From the list')

  await named(person, 'Alder').click()
  await page.getByRole('button', { name: t('add.title') }).click()
  await add(person, 'From the client')
  await seen(named(person, 'From the client'))

  await page.goto(`/jobs/${small.job}`)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('ui.more') })
    .click()
  await page.getByRole('menuitem', { name: t('job.add_linked') }).click()
  await seen(page.getByText(t('add.linked_to', { name: 'Return' })))
  await add(person, 'From a job')
  await seen(page.getByRole('dialog').getByRole('heading', { name: t('job.linked_jobs') }))

  await page.goto('/workflow/jobs')
  for (const name of ['From the board', 'From the menu', 'From the client', 'From a job']) {
    await seen(page.getByRole('cell', { name, exact: true }))
  }
  await seen(page.getByRole('cell', { name: 'From the list', exact: true }).nth(2))
})

test('J-30, J-33: a job is linked with another in its drawer; whoever looks at the other sees it at once, and unlinks it', async () => {
  const { page, t } = await enter()
  const watcher = await enter()
  const letters = { pipelineId: small.letters.id, search: 'Alder' }
  const { items } = await small.firm.owner.call(jobsContract.listJobs, { query: letters })
  const other = items.find((job) => job.name === 'Return')!
  await watcher.page.goto(`/workflow/${small.letters.id}/jobs/${other.id}`)
  await seen(watcher.page.getByRole('heading', { name: t('job.items') }))

  await page.goto(`/workflow/${small.returns.id}/jobs/${small.job}`)
  await page.getByRole('button', { name: t('link.open'), exact: true }).click()
  const form = page.getByRole('dialog', { name: t('link.title') })
  await form.getByText(t('link.job'), { exact: true }).click()
  await form.getByRole('combobox', { name: t('link.job') }).click()
  await page.getByRole('option', { name: `${other.name} · Letters` }).click()
  await form.getByRole('button', { name: t('link.confirm') }).click()
  await seen(page.getByRole('heading', { name: t('job.linked_jobs') }))

  const linked = watcher.page.getByRole('region', { name: t('job.linked_jobs') })
  await seen(linked.getByText('Gather'))
  await linked.getByRole('button', { name: t('link.unlink', { name: 'Return' }) }).click()
  await linked.waitFor({ state: 'detached' })
  const mine = page.getByRole('region', { name: t('job.linked_jobs') })
  await mine.getByRole('link', { name: other.name, exact: true }).waitFor({ state: 'detached' })
  expect(house.errors).toEqual([])
})

test('J-32: a task is linked and unlinked from its list and its own form, an organizer from its page, and a new task as it is written', async () => {
  const person = await enter()
  const { page, t } = person
  const { owner } = small.firm
  const [alder] = (await owner.call(accountsContract.listAccounts, { query: { search: 'Alder' } })).items
  await owner.call(tasksContract.createTask, { body: { accountId: alder!.id, name: 'Call the bank' } })
  await page.goto('/tasks?who=everybody')
  await page.getByRole('button', { name: t('table.menu', { name: 'Call the bank' }) }).click()
  await page.getByRole('menuitem', { name: t('link.to_jobs') }).click()
  const form = page.getByRole('dialog', { name: t('link.jobs_of', { name: 'Call the bank' }) })
  await linkTo(person, form, 'Return · Letters')
  await seen(form.getByText(t('link.one_job')))
  await page.keyboard.press('Escape')

  await named(person, 'Call the bank').click()
  const drawer = page.getByRole('dialog', { name: 'Call the bank' })
  const linked = drawer.getByRole('region', { name: t('job.linked_jobs') })
  await linked.getByRole('button', { name: t('link.unlink', { name: 'Return' }) }).click()
  await linkTo(person, linked, 'Return · Returns')
  await linked.getByRole('link', { name: 'Return' }).click()
  await seen(page.getByRole('row').filter({ hasText: 'Call the bank' }))

  await page.getByRole('link', { name: 'Questions', exact: true }).first().click()
  const organizer = page.getByRole('dialog', { name: 'Questions' }).getByRole('region', { name: t('job.linked_jobs') })
  await linkTo(person, organizer, 'Return · Letters')
  await seen(organizer.getByRole('link', { name: 'Return' }).nth(1))

  await page.goto('/tasks/new')
  const fresh = page.getByRole('dialog', { name: t('tasks.new') })
  await fresh.getByLabel(t('tasks.name')).fill('Ask again')
  await pick(person, fresh.getByRole('combobox', { name: t('tasks.client') }), 'Birch')
  await pick(person, fresh.getByRole('combobox', { name: t('tasks.job') }), 'Return · Letters')
  await fresh.getByRole('button', { name: t('tasks.add'), exact: true }).click()
  await seen(page.getByRole('row').filter({ hasText: 'Ask again' }).getByText('Return'))
  expect(house.errors).toEqual([])
})

test('A-32, A-38, JOB-6, D-17: whoever adds a job hides what its stage tells, and gives it to a role, as in its form later', async () => {
  const person = await enter()
  const { page, t } = person
  const { owner } = small.firm
  await page.goto(`/workflow/${told.id}`)
  await page
    .getByRole('button', { name: t('board.add') })
    .first()
    .click()
  const form = page.getByRole('dialog', { name: t('add.title') })
  await form
    .getByRole('radiogroup', { name: t('move.client_status') })
    .getByText(t('move.hide'))
    .click()
  await pick(person, form.getByRole('combobox', { name: t('template.roles') }), role)
  await page.keyboard.press('Escape')
  await add(person, 'Hidden', ['Alder'])
  await named(person, 'Alder').click()
  const drawer = page.getByRole('dialog', { name: 'Hidden' })
  await seen(drawer.getByText(t('job.client_nothing'), { exact: true }))
  await seen(drawer.getByRole('img', { name: owner.member.name }).first())

  await page.goto(`/jobs/${small.job}`)
  const opened = page.getByRole('dialog', { name: 'Return' })
  await seen(opened.getByText(t('card.unassigned')))
  await page.getByRole('button', { name: t('job.edit') }).click()
  await page.getByRole('combobox', { name: t('job.add_roles') }).click()
  await seen(page.getByRole('option', { name: role }))
  await page.keyboard.press('Escape') // closes the list, not the form
  await pick(person, page.getByRole('combobox', { name: t('job.add_roles') }), `${role} · ${owner.member.name}`)
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: t('ui.save'), exact: true }).click()
  await seen(opened.getByRole('img', { name: owner.member.name }))
  expect(house.errors).toEqual([])
})

async function linkTo(person: Person, within: Locator, job: string): Promise<void> {
  const { t } = person
  await pick(person, within.getByRole('combobox', { name: t('link.to_job') }), job)
  await within.getByRole('button', { name: t('link.confirm'), exact: true }).click()
}

import type { Route } from 'playwright-core'
import { expect, test } from 'vitest'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { activityContract } from '../../src/features/activity/contract.ts'
import { jobFieldsContract } from '../../src/features/jobs/contract-fields.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import { signInClient } from '../support/firm-in.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { hold, seen } from '../support/journey-steps.ts'
import { jobOf } from '../support/work.ts'

let small: SmallFirm
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
})

test('a client who sends the same organizer from two tabs sends it once', async () => {
  const { cookie } = await signInClient(small.firm, small.clientEmail)
  const first = await house.person({ cookie, size: 'phone' })
  const { t } = first
  await first.page.goto('/portal')
  await first.page.getByRole('link', { name: t('portal.begin') }).click()
  await first.page.getByRole('radio', { name: t('fill.yes'), exact: true }).check({ force: true })
  await first.page.getByRole('link', { name: new RegExp(`^${t('fill.finish')}`) }).click()
  const second = await first.context.newPage()
  await second.goto(first.page.url())
  const send = { name: t('fill.send', { firm: 'Hollis & Vane' }) }
  const buttons = [first.page, second].map((page) => page.getByRole('button', send))
  for (const button of buttons) await expect.poll(() => button.getAttribute('aria-disabled')).toBe('false')
  const letGo = await hold(first, '**/submit')
  for (const button of buttons) await button.click()
  letGo()
  for (const page of [first.page, second]) {
    await seen(page.getByRole('heading', { name: t('fill.sent', { firm: 'Hollis & Vane' }) }))
  }
  const { items: tasks } = await small.firm.owner.call(tasksContract.listTasks, { query: { assignee: 'none' } })
  expect(tasks.filter(({ jobId }) => jobId === small.job)).toHaveLength(1)
  const organizerId = /organizers\/([\w-]+)/.exec(first.page.url())![1]!
  const types = async (query: { jobId: string } | { subjectId: string }) =>
    (await small.firm.owner.call(activityContract.listEvents, { query })).items.map(({ type }) => type)
  expect((await types({ subjectId: organizerId })).filter((type) => type === 'organizer.submitted')).toHaveLength(1)
  expect((await types({ jobId: small.job })).filter((type) => type === 'job.moved')).toHaveLength(1)
})

test('a client that is added by pressing twice is added once', async () => {
  const { page, t } = await house.person({ cookie: small.firm.owner.cookie })
  await page.goto('/clients/new')
  await page.getByLabel(t('clients.client_name'), { exact: true }).fill('Dogwood')
  await page.getByLabel(t('contacts.first_name')).fill('Dora')
  await page.getByRole('button', { name: t('clients.create') }).dblclick()
  await seen(page.getByText(t('clients.created', { name: 'Dogwood' })))
  const { items } = await small.firm.owner.call(accountsContract.listAccounts, { query: { search: 'Dogwood' } })
  expect(items).toHaveLength(1)
})

test('whoever saves second sees that somebody was faster, and loses nothing typed', async () => {
  const [first, second] = [
    await house.person({ cookie: small.firm.owner.cookie }),
    await house.person({ cookie: small.firm.owner.cookie }),
  ]
  const { t } = first
  const subject = (person: typeof first) => person.page.getByRole('textbox', { name: t('emails.subject') })
  for (const { page } of [first, second]) await page.goto(`/templates/emails/${small.emailTemplate}`)
  await subject(first).fill('Theirs')
  await subject(second).fill('Mine')
  await first.page.getByRole('button', { name: t('ui.save'), exact: true }).click()
  await seen(first.page.getByText(t('emails.saved', { version: 2 })))
  await second.page.getByRole('button', { name: t('ui.save'), exact: true }).click()
  await seen(second.page.getByText(t('emails.stale', { name: 'Welcome', version: 2 })))
  expect(await subject(second).inputValue()).toBe('Mine')
  await second.page.getByRole('button', { name: t('emails.load_newer') }).click()
  await expect.poll(() => subject(second).inputValue()).toBe('Theirs')
})

test('what others change while the live stream is still being opened is seen once it is', async () => {
  const person = await house.person({ cookie: small.firm.owner.cookie })
  const { page } = person
  const letGo = await hold(person, '**/api/v1/live*')
  await page.goto(`/jobs/${small.job}`)
  await seen(page.getByRole('dialog', { name: 'Return' }))
  await change({ name: 'Return, amended' })
  letGo()
  await seen(page.getByRole('dialog', { name: 'Return, amended' }))
})

test('an answer that is overtaken on its way by somebody’s change is asked for again', async () => {
  const { page } = await house.person({ cookie: small.firm.owner.cookie })
  const [asked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const answerLate = async (route: Route) => {
    const response = await route.fetch()
    asked.resolve()
    await held.promise
    await route.fulfill({ response })
  }
  await page.route(`**/api/v1/jobs/${small.job}`, answerLate, { times: 1 })
  await page.goto(`/workflow/${small.returns.id}/jobs/${small.job}`)
  await asked.promise
  await change({ name: 'Return, overtaken', priority: 'urgent' })
  await seen(page.locator('[data-priority=urgent]'))
  held.resolve()
  await seen(page.getByRole('dialog', { name: 'Return, overtaken' }))
})

/** Somebody else changes the job. */
async function change(body: Record<string, unknown>): Promise<void> {
  const { owner } = small.firm
  const headers = { 'if-match': `"${(await jobOf(owner, small.job)).revision}"` }
  await owner.call(jobFieldsContract.changeJob, { params: { id: small.job }, body, headers })
}

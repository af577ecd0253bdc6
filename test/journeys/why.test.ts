import { expect, test } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { emailsContract } from '../../src/features/emails/contract.ts'
import { jobLinksContract } from '../../src/features/jobs/contract-links.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { Person } from '../support/browser.ts'
import { signInClient } from '../support/firm-in.ts'
import { type SmallFirm, smallFirm } from '../support/journey-firm.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { seen } from '../support/journey-steps.ts'
import { addJobs, newAccount, publish } from '../support/pipeline.ts'
import { finish, holding, submit } from '../support/work.ts'

let small: SmallFirm
/** stands in an automove stage and was linked a task that was finished before */
let earned: JobId
const house = journeyHouse(async (opened) => {
  small = await smallFirm(opened)
  const { firm, job, clientEmail } = small
  const [organizer] = await holding(firm.owner, job, 'organizer')
  await submit(await signInClient(firm, clientEmail), organizer!)
  const audits = await publish(firm, 'Audits', [{ name: 'Collect', automove: true }, { name: 'Conclude' }])
  const accountId = await newAccount(firm, 'Dogwood')
  earned = (await addJobs(firm, audits, [accountId]))[0]!
  const { id: itemId } = await firm.owner.call(tasksContract.createTask, { body: { accountId, name: 'Read it' } })
  await finish(firm.owner, itemId)
  await firm.owner.call(jobLinksContract.linkItem, { params: { id: earned }, body: { kind: 'task', itemId } })
})

test('B-4: a mail and a task tell why they came about, from the first cause on', async () => {
  const owner = await house.person({ cookie: small.firm.owner.cookie })
  const { items } = await small.firm.owner.call(emailsContract.listMails)
  const mail = items.find(({ kind }) => kind === 'organizer_sent')!
  await owner.page.goto(`/settings/mail/${mail.id}`)
  await expectStory(owner, [/Mara Lindqvist/, /Gather/, /Questions/])
  const [task] = await holding(small.firm.owner, small.job, 'task')
  await owner.page.goto(`/tasks/${task}`)
  await expectStory(owner, [/Alder Client .+Questions/, /Gather .+Check/, /Check the answers/])
  expect(owner.troubles).toEqual([])
})

test('AM-15, B-3: a job that has earned its move says so, and goes on when somebody presses the button', async () => {
  const { page, t, troubles } = await house.person({ cookie: small.firm.owner.cookie })
  await page.goto(`/jobs/${earned}`)
  const drawer = page.getByRole('dialog')
  await seen(drawer.getByText(t('reason.move_earned', { stage: 'Conclude', status: 'false' })))
  await drawer.getByRole('button', { name: t('job.move_now') }).click()
  await seen(drawer.getByText(t('reason.last_stage')))
  expect(troubles).toEqual([])
})

/** What the first *Why?* on the page answers, step by step. */
async function expectStory({ page, t }: Person, steps: RegExp[]): Promise<void> {
  const ask = page
    .getByRole('dialog')
    .getByRole('button', { name: t('activity.why') })
    .first()
  await ask.click()
  const story = page.getByRole('list', { name: t('activity.why_title') })
  await seen(story)
  const told = await story.getByRole('listitem').allTextContents()
  expect(told).toEqual(steps.map((step) => expect.stringMatching(step)))
}

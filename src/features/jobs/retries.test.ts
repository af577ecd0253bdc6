import { expect, test } from 'vitest'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import {
  addJobs,
  asks,
  newAccount,
  newEmailTemplate,
  newTaskTemplate,
  publish,
} from '../../../test/support/pipeline.ts'
import { finish, holding, jobOf, moveTo } from '../../../test/support/work.ts'
import { contactsContract } from '../accounts/contacts-contract.ts'
import { accountsContract } from '../accounts/contract.ts'
import { emailsContract } from '../emails/contract.ts'
import { jobsContract } from './contract.ts'

async function subjects(firm: TestFirm): Promise<string[]> {
  const { items } = await firm.owner.call(emailsContract.listMails)
  return items.map((mail) => mail.subject).sort()
}

test('D-1, A-12: what failed is tried again once it is mended, and done once; what failed in a stage before is not forgotten', async () => {
  const firm = await freshFirm()
  const [welcome, ask] = [await newEmailTemplate(firm, 'Welcome'), await newEmailTemplate(firm, 'Ask')]
  const pipeline = await publish(firm, 'Returns', [
    { name: 'Start', automove: true, whenEmpty: 'advance', automations: [asks.email(welcome)] },
    { name: 'Next', automove: true, automations: [asks.email(ask), asks.task(await newTaskTemplate(firm, 'Check'))] },
    { name: 'End' },
  ])
  const account = await newAccount(firm, 'Silent', { notify: false })
  const [id] = (await addJobs(firm, pipeline, [account])) as [never]
  const silent = await jobOf(firm.owner, id)
  expect(silent).toMatchObject({
    stageName: 'Next',
    turn: 'stuck',
    failedOutcomes: 1,
    earlierFailures: [
      { stage: 'Start', kind: 'send_email', templateName: 'Welcome', reason: { code: 'no_recipient' } },
    ],
  })
  const retry = () =>
    firm.owner.call(jobsContract.retryAutomations, {
      params: { id },
      body: { automationIds: pipeline.stages.flatMap(({ automations }) => automations.map((it) => it.id)) },
    })
  expect((await retry()).outcomes[0]).toMatchObject({ result: 'failed', reason: { code: 'no_recipient' } })
  expect(await subjects(firm)).toEqual([])
  await hear(firm, account)
  expect(await retry()).toMatchObject({ stageName: 'Next', turn: 'team', failedOutcomes: 0, pendingItems: 1 })
  await retry()
  expect(await subjects(firm)).toEqual(['Ask'])
  await finish(firm.owner, (await holding(firm.owner, id, 'task'))[0]!)
  expect((await jobOf(firm.owner, id)).earlierFailures).toMatchObject([{ stage: 'Start' }])
  expect((await moveTo(firm.owner, id, pipeline.named('Start').id)).earlierFailures).toEqual([])
  expect(await subjects(firm)).toEqual(['Ask', 'Ask', 'Welcome'])
})

/** Turns on mails for the account's only contact. */
async function hear(firm: TestFirm, accountId: string): Promise<void> {
  const { contacts } = await firm.owner.call(accountsContract.getAccount, { params: { id: accountId } })
  const { id: contactId, emails } = contacts[0]!
  await firm.owner.call(contactsContract.setContactSettings, {
    params: { id: accountId, contactId, emailId: emails[0]!.id },
    body: { login: false, notify: true },
  })
}

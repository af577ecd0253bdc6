import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { freshFirm, signInClient } from '../../../test/support/firm.ts'
import { eventsOf, mailsOf, newTemplate, sendTo, tokenMailedTo } from '../../../test/support/organizer.ts'
import { addJobs, asks, newAccount, publish } from '../../../test/support/pipeline.ts'
import { accountsContract } from '../accounts/contract.ts'
import { jobsContract } from '../jobs/contract.ts'
import { organizersContract } from './contract.ts'

describe('sending by hand', () => {
  test('ORG-30, X-2: the organizer, its event, and a mail with a link of its own for everybody with Notify on', async () => {
    const firm = await freshFirm()
    const made = await firm.owner.call(accountsContract.createAccount, {
      body: {
        name: 'Vermeer',
        type: 'individual',
        contacts: [
          { firstName: 'Sanne', lastName: 'Vermeer', emails: [{ email: 's@example.com', login: false, notify: true }] },
          { firstName: 'Jan', lastName: 'Vermeer', emails: [{ email: 'j@example.com', login: true, notify: true }] },
          { firstName: 'Kees', lastName: 'Vermeer', emails: [{ email: 'k@example.com', login: true, notify: false }] },
        ],
      },
    })
    const templateId = await newTemplate(firm)
    const accountIds = [made.id]
    const sent = await firm.owner.call(organizersContract.sendOrganizers, { body: { templateId, accountIds } })
    expect(sent.items).toMatchObject([{ accountId: made.id, name: 'Intake', mails: 2 }])
    expect((await mailsOf(firm, 'organizer_sent')).map((mail) => mail.to_email)).toEqual([
      'j@example.com',
      's@example.com',
    ])
    expect(await tokenMailedTo(firm, 's@example.com')).not.toBe(await tokenMailedTo(firm, 'j@example.com'))
    expect(await eventsOf(firm, 'organizer.sent')).toMatchObject([
      {
        actor_kind: 'member',
        account_id: made.id,
        subject_id: sent.items[0]!.id,
        payload: { name: 'Intake', mails: 2 },
      },
    ])
    expect(await firm.drain()).toBeGreaterThan(0)
    const states = (await mailsOf(firm, 'organizer_sent')).map((mail) => mail.state)
    expect(states).toEqual(['captured', 'captured'])
  })

  test('D-12: of the token in the mail only a hash is kept', async () => {
    const firm = await freshFirm()
    const email = `s-${firm.slug}@example.com`
    await sendTo(firm, await newTemplate(firm), await newAccount(firm, 'Vermeer', { email }))
    const token = await tokenMailedTo(firm, email)
    const rows = await firm.run((tx) => tx.db.selectFrom('todo_links').selectAll().execute())
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(rows).toMatchObject([{ device_hashes: [], code_hash: null }])
    expect(rows[0]!.expires_at.getTime() - rows[0]!.sent_at.getTime()).toBe(7 * 86_400_000)
  })

  test('EML-5: the mail names the account where the contact has several', async () => {
    const firm = await freshFirm()
    const email = `two-${firm.slug}@example.com`
    const templateId = await newTemplate(firm)
    const first = await newAccount(firm, 'Vermeer', { email })
    await sendTo(firm, templateId, first)
    await newAccount(firm, 'Vermeer Ceramics', { email })
    await sendTo(firm, templateId, first, { name: 'Second' })
    const names = (await mailsOf(firm, 'organizer_sent')).map((mail) => mail.params)
    expect(names.filter((params) => 'accountName' in params)).toMatchObject([
      { organizerName: 'Second', accountName: 'Vermeer' },
    ])
  })

  test('ORG-35, XC-1, SHC-4: its name is the given one, else the template’s for clients, else the template’s; rendered once', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Vermeer')
    const plain = await newTemplate(firm)
    const named = await newTemplate(firm, { name: 'Other', organizerName: 'Taxes of [ACCOUNT_NAME]' })
    const nameOf = async (templateId: typeof plain, name?: string) => {
      const id = await sendTo(firm, templateId, accountId, name ? { name } : {})
      return (await firm.owner.call(organizersContract.getOrganizer, { params: { id } })).name
    }
    expect([
      await nameOf(plain),
      await nameOf(named),
      await nameOf(named, 'Just for [ACCOUNT_NAME], from [FIRM_NAME]'),
    ]).toEqual(['Intake', 'Taxes of Vermeer', 'Just for Vermeer, from Hollis & Vane'])
  })

  test('ORG-33: an account where nobody can sign in or is notified gets it all the same, without a mail', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Offline', { login: false, notify: false })
    const templateId = await newTemplate(firm)
    const body = { templateId, accountIds: [accountId] }
    const { items } = await firm.owner.call(organizersContract.sendOrganizers, { body })
    expect(items).toMatchObject([{ mails: 0 }])
    expect(await mailsOf(firm, 'organizer_sent')).toEqual([])
  })

  test('one per account, whichever is named twice', async () => {
    const firm = await freshFirm()
    const [a, b] = [await newAccount(firm, 'A'), await newAccount(firm, 'B')]
    const body = { templateId: await newTemplate(firm), accountIds: [a, b, a] }
    const { items } = await firm.owner.call(organizersContract.sendOrganizers, { body })
    expect(items.map((item) => item.accountId)).toEqual([a, b])
  })

  test('ORG-31, AM-18: a job of the account waits for it from now on', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Vermeer')
    const pipeline = await publish(firm, 'Returns', [{ name: 'Gather', automove: true }, { name: 'Prepare' }])
    const [jobId] = await addJobs(firm, pipeline, [accountId])
    const id = await sendTo(firm, await newTemplate(firm), accountId, { jobIds: [jobId!] })
    const job = await firm.owner.call(jobsContract.getJob, { params: { id: jobId! } })
    expect(job).toMatchObject({ stageName: 'Gather', pendingItems: 1 })
    expect(job.items).toMatchObject([{ kind: 'organizer', id, state: 'pending', actor: 'client', holds: true }])
    const read = await firm.owner.call(organizersContract.getOrganizer, { params: { id } })
    expect(read.jobs).toEqual([{ id: jobId, name: 'Return', pipelineName: 'Returns' }])
    const [sent] = await eventsOf(firm, 'organizer.sent')
    expect(await eventsOf(firm, 'organizer.linked')).toMatchObject([{ job_id: jobId, cause_id: sent!.id }])
  })

  test('what is refused, and where', async () => {
    const firm = await freshFirm()
    const other = await freshFirm()
    const accountId = await newAccount(firm, 'Vermeer')
    const stranger = await newAccount(firm, 'Other')
    const pipeline = await publish(firm, 'Returns', [{ name: 'Gather' }, { name: 'Prepare' }])
    const [jobId, archived] = await addJobs(firm, pipeline, [stranger, accountId])
    await firm.run((tx) =>
      tx.db.updateTable('jobs').set({ lifecycle: 'archived' }).where('id', '=', archived!).execute(),
    )
    const templateId = await newTemplate(firm)
    const send = (body: object) =>
      firm.owner.send(organizersContract.sendOrganizers, { body: { templateId, accountIds: [accountId], ...body } })
    const cases: [object, number, string, object[]][] = [
      [{ accountIds: [] }, 422, 'invalid', [{ path: 'accountIds', code: 'too_small_list', params: { minimum: 1 } }]],
      [{ accountIds: [newId()] }, 404, 'not_found', []],
      [{ accountIds: [await newAccount(other, 'Theirs')] }, 404, 'not_found', []],
      [{ templateId: newId() }, 422, 'invalid', [{ path: 'templateId', code: 'not_found' }]],
      [{ templateId: await newTemplate(other) }, 422, 'invalid', [{ path: 'templateId', code: 'not_found' }]],
      [{ jobIds: [jobId] }, 422, 'invalid', [{ path: 'jobIds.0', code: 'not_found' }]],
      [{ jobIds: [archived] }, 409, 'archived', [{ path: 'jobIds.0', code: 'archived' }]],
    ]
    for (const [body, status, code, fields] of cases) {
      expect((await send(body)).problem).toMatchObject({ status, code, fields })
    }
    expect((await send({ name: 'Hello [FIRST_NAME]' })).problem.fields).toMatchObject([
      { path: 'name', code: 'shortcode_not_here' },
    ])
    await firm.run((tx) =>
      tx.db.updateTable('accounts').set({ state: 'archived' }).where('id', '=', accountId).execute(),
    )
    expect((await send({})).problem).toMatchObject({
      code: 'archived',
      fields: [{ path: 'accountIds.0', code: 'archived' }],
    })
  })

  test('ORG-2, X-5, P-6: it takes the right, the account, and for a link the pipeline too', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Vermeer')
    const pipeline = await publish(firm, 'Returns', [{ name: 'Gather' }, { name: 'Prepare' }])
    const jobIds = await addJobs(firm, pipeline, [accountId])
    const body = { templateId: await newTemplate(firm), accountIds: [accountId] }
    const send = async (rights: Parameters<typeof firm.addMember>[1], more = {}) => {
      const member = await firm.addMember('employee', rights)
      return (await member.send(organizersContract.sendOrganizers, { body: { ...body, ...more } })).status
    }
    expect(await send(['view_all_accounts', 'manage_templates'])).toBe(404)
    expect(await send(['manage_organizers'])).toBe(404)
    expect(await send(['manage_organizers', 'view_all_accounts'])).toBe(201)
    expect(await send(['manage_organizers', 'view_all_accounts'], { jobIds })).toBe(422)
  })
})

describe('sending by a stage', () => {
  test('AUT-4, X-4, A-10, ORG-34: each account gets its own, linked to its job, in the name of the automation', async () => {
    const firm = await freshFirm()
    const templateId = await newTemplate(firm, { organizerName: 'Taxes of [ACCOUNT_NAME]' })
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automove: true, automations: [asks.organizer(templateId)] },
      { name: 'Prepare' },
    ])
    const accountIds = [await newAccount(firm, 'Vermeer'), await newAccount(firm, 'De Wit', { notify: false })]
    const [first, second] = await addJobs(firm, pipeline, accountIds)
    const { items } = await firm.owner.call(organizersContract.listOrganizers)
    expect(items.map(({ name, progress }) => ({ name, progress }))).toEqual(
      expect.arrayContaining([
        { name: 'Taxes of Vermeer', progress: { answered: 0, total: 4 } },
        { name: 'Taxes of De Wit', progress: { answered: 0, total: 4 } },
      ]),
    )
    const events = await eventsOf(firm, 'organizer.sent')
    const entered = await eventsOf(firm, 'job.created')
    expect(events.map(({ actor_kind, job_id }) => [actor_kind, job_id])).toEqual(
      expect.arrayContaining([
        ['automation', first],
        ['automation', second],
      ]),
    )
    for (const event of events) {
      expect(entered.find((it) => it.job_id === event.job_id)!.id).toBe(event.cause_id)
    }
    expect(await mailsOf(firm, 'organizer_sent')).toMatchObject([
      { job_id: first, params: { organizerName: 'Taxes of Vermeer' } },
    ])
    const job = await firm.owner.call(jobsContract.getJob, { params: { id: second! } })
    expect(job.items).toMatchObject([{ kind: 'organizer', state: 'pending', progress: { answered: 0, total: 4 } }])
  })

  test('X-3: to its client it looks like one sent by hand, down to the kind of its id', async () => {
    const firm = await freshFirm()
    const email = `sanne-${firm.slug}@example.com`
    const accountId = await newAccount(firm, 'Vermeer', { email })
    const templateId = await newTemplate(firm)
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automations: [asks.organizer(templateId)] },
      { name: 'Prepare' },
    ])
    await addJobs(firm, pipeline, [accountId])
    await sendTo(firm, templateId, accountId)
    const { items } = await (await signInClient(firm, email)).call(organizersContract.listPortalOrganizers)
    const likeness = items.map(({ id, ...rest }) => ({ ...rest, version: id.charAt(14) }))
    expect(likeness[1]).toEqual(likeness[0])
    const mails = (await mailsOf(firm, 'organizer_sent')).map(({ subject, params }) => [subject, Object.keys(params)])
    expect(mails[1]).toEqual(mails[0])
  })

  test('A-8, ORG-10: it is made from the template of that moment, and no later change touches it', async () => {
    const firm = await freshFirm()
    const templateId = await newTemplate(firm)
    const id = await sendTo(firm, templateId, await newAccount(firm, 'Vermeer'))
    const { definition } = await firm.owner.call(organizersContract.getOrganizer, { params: { id } })
    await firm.owner.call(organizersContract.changeOrganizerTemplate, {
      params: { id: templateId },
      body: { name: 'Intake', organizerName: '', definition: { sections: [] } },
      headers: { 'if-match': '"1"' },
    })
    const after = await firm.owner.call(organizersContract.getOrganizer, { params: { id } })
    expect(after.definition).toEqual(definition)
  })
})

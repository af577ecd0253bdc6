import { describe, expect, it } from 'vitest'
import { freshFirm, signInClient, stranger, type TestFirm } from '../../../test/support/firm.ts'
import { newTemplate, sendTo } from '../../../test/support/organizer.ts'
import { addJobs, asks, newAccount, newOrganizerTemplate, publish } from '../../../test/support/pipeline.ts'
import { submit } from '../../../test/support/work.ts'
import { emailsContract } from '../emails/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { portalContract } from '../portal/contract.ts'
import { organizersContract } from './contract.ts'

async function sentTo(firm: TestFirm, email: string) {
  const account = await newAccount(firm, 'Patel', { email })
  const templateId = await newOrganizerTemplate(firm, 'Tax questions')
  const { items } = await firm.owner.call(organizersContract.sendOrganizers, {
    body: { templateId, accountIds: [account] },
  })
  await firm.drain()
  return { account, organizer: items[0]!.id, client: await signInClient(firm, email) }
}

describe('how a client comes to an organizer', () => {
  it('ORG-1, ORG-5: nothing is sent without a template; one made while a pipeline is edited can be chosen there at once', async () => {
    const firm = await freshFirm()
    const account = await newAccount(firm, 'Patel')
    const without = await firm.owner.send(organizersContract.sendOrganizers, { body: { accountIds: [account] } })
    expect(without.problem.fields).toMatchObject([{ path: 'templateId' }])
    const unknown = { templateId: '00000000-0000-4000-8000-000000000000', accountIds: [account] }
    expect((await firm.owner.send(organizersContract.sendOrganizers, { body: unknown })).status).toBe(422)
    const template = await newOrganizerTemplate(firm, 'Made in place')
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.organizer(template)] },
      { name: 'End' },
    ])
    const { templates } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    expect(templates).toMatchObject([{ id: template, name: 'Made in place' }])
    await addJobs(firm, pipeline, [account])
    expect((await firm.owner.call(organizersContract.listOrganizers)).items).toHaveLength(1)
  })

  it('ORG-38, POR-2, POR-4: by the mail’s link, by the to-do at home, and in the list of organizers, until it is submitted', async () => {
    const firm = await freshFirm()
    const email = `entry-${firm.slug}@example.com`
    const { client, organizer } = await sentTo(firm, email)
    const mail = (await firm.owner.call(emailsContract.listMails)).items[0]!
    const { text } = await firm.owner.call(emailsContract.getMail, { params: { id: mail.id } })
    const token = /\/todo\/([\w-]+)/.exec(text)![1]!
    const opened = await (await stranger()).call(organizersContract.getTodoLink, { params: { token } })
    expect(opened.organizerName).toBe('Tax questions')
    const home = await client.call(portalContract.getPortalHome)
    expect(home.todos).toMatchObject([{ kind: 'organizer', id: organizer, name: 'Tax questions' }])
    expect((await client.call(organizersContract.listPortalOrganizers)).items).toMatchObject([
      { id: organizer, status: 'pending' },
    ])
    await submit(client, organizer)
    expect((await client.call(portalContract.getPortalHome)).todos).toEqual([])
    expect((await client.call(organizersContract.listPortalOrganizers)).items).toMatchObject([
      { id: organizer, status: 'submitted' },
    ])
  })

  it('ORG-55: it is pending however far it got, and submitted after that, also while it is still edited', async () => {
    const firm = await freshFirm()
    const { client, organizer } = await sentTo(firm, `status-${firm.slug}@example.com`)
    const statusNow = async () =>
      (await firm.owner.call(organizersContract.getOrganizer, { params: { id: organizer } })).status
    expect(await statusNow()).toBe('pending')
    const answer = { params: { id: organizer, questionId: 'q_ok' } }
    const { revision } = await client.call(organizersContract.saveAnswer, {
      ...answer,
      body: { value: true, revision: 0 },
    })
    expect(await statusNow()).toBe('pending')
    await client.call(organizersContract.submitOrganizer, { params: { id: organizer } })
    await client.call(organizersContract.saveAnswer, { ...answer, body: { value: false, revision } })
    expect(await statusNow()).toBe('submitted')
  })

  it('EML-11: the mail holds a link and names, and nothing of what is asked or answered', async () => {
    const firm = await freshFirm()
    await sentTo(firm, `mail-${firm.slug}@example.com`)
    const mail = (await firm.owner.call(emailsContract.listMails)).items[0]!
    const { text, html } = await firm.owner.call(emailsContract.getMail, { params: { id: mail.id } })
    for (const part of [text, html]) {
      expect(part).toContain('Tax questions')
      expect(part).not.toContain('Is everything as last year?')
    }
  })

  it('ORG-15, ORG-13: a paper is kept under what its content says it is, and a program is refused whatever its name', async () => {
    const firm = await freshFirm()
    const email = `files-${firm.slug}@example.com`
    const account = await newAccount(firm, 'Patel', { email })
    const organizer = await sendTo(firm, await newTemplate(firm), account)
    const client = await signInClient(firm, email)
    const attach = (name: string, bytes: Uint8Array) =>
      client.send(organizersContract.attachFile, {
        params: { id: organizer, questionId: 'slips' },
        query: { name },
        body: bytes,
      })
    const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n')
    const html = new TextEncoder().encode('<html><script>alert(1)</script></html>')
    expect((await attach('statement.txt', pdf)).body).toMatchObject({ mediaType: 'application/pdf' })
    expect((await attach('photo.jpg', html)).body).toMatchObject({ mediaType: 'text/plain' })
    const program = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...Array(60).fill(0)])
    expect((await attach('statement.pdf', program)).problem.code).toBe('unsupported_file')
    expect((await attach('setup.exe', pdf)).problem.code).toBe('unsupported_file')
    expect((await attach('empty.pdf', new Uint8Array())).status).toBe(422)
  })
})

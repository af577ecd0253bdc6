import { beforeAll, expect, test } from 'vitest'
import { type IdentityId, newId } from '#kernel/ids.ts'
import { inFirm } from '#platform/db/tx.ts'
import type { TestFirm } from '../../test/support/firm.ts'
import { contactOf } from '../../test/support/newcomers.ts'
import { type TestSystem, testSystem } from '../../test/support/system.ts'
import { visitor } from '../../test/support/visitor.ts'
import { createFirm } from '../features/firms/index.ts'
import { identityContract } from '../features/identity/contract.ts'
import { insertMember } from '../features/team/index.ts'
import { clientOfTwo, demoSignInLinks } from './demo-sign-in.ts'
import { demoFirm, demoMembers } from './names.ts'

let system: TestSystem

beforeAll(async () => {
  system = await testSystem()
  if ((await demoSignInLinks(system)) === null) await makeDemoFirm()
})

test('D-18: links printed at start sign in as owner, employee and client, once, by a button', async () => {
  const links = (await demoSignInLinks(system))!
  for (const [who, endpoint] of [
    ['owner', identityContract.enterByMemberLink],
    ['employee', identityContract.enterByMemberLink],
    ['client', identityContract.enterPortal],
  ] as const) {
    const browser = await visitor()
    const token = new URL(links[who]).searchParams.get('token')!
    expect((await browser.send(identityContract.getMailedLink, { params: { token } })).status).toBe(200)
    expect(browser.cookies.size).toBe(0)
    expect((await browser.send(endpoint, { body: { token } })).status).toBeLessThan(300)
    const session = (await browser.send(identityContract.getSession)).body
    expect(session.firm.name).toBe('Hollis & Vane')
    if (session.kind === 'member') expect(session.member.role).toBe(who)
    else expect(session.kind === 'client' && session.accounts.length).toBe(2)
    expect((await (await visitor()).send(endpoint, { body: { token } })).problem.code).toBe('link_used')
  }
})

test('a demo member has no password, so none works for him, not even to set up a second factor', async () => {
  const links = (await demoSignInLinks(system))!
  const browser = await visitor()
  const token = new URL(links.owner).searchParams.get('token')!
  await browser.send(identityContract.enterByMemberLink, { body: { token } })
  const started = await browser.send(identityContract.startSecondFactor, { body: { password: 'any password' } })
  expect(started.problem.fields).toEqual([{ path: 'password', code: 'not_your_password' }])
  const { email } = demoMembers[0]!
  const signedIn = await (await visitor()).send(identityContract.signIn, { body: { email, password: 'any password' } })
  expect(signedIn.problem.code).toBe('wrong_credentials')
})

/** As seedDemo leaves it, as far as signing in goes. */
async function makeDemoFirm(): Promise<void> {
  const firmId = newId<'firm'>()
  const maker = { kind: 'system', firmId, name: 'demo' } as const
  await inFirm(system.source, maker, async (tx) => {
    await createFirm(tx, demoFirm)
    for (const member of demoMembers) {
      const { id } = await tx.db
        .insertInto('auth.identities')
        .values({ name: member.name, email: member.email, email_verified: true })
        .returning('id')
        .executeTakeFirstOrThrow()
      await insertMember(tx, { ...member, id: newId(), identityId: id as IdentityId })
    }
  })
  const { email } = clientOfTwo()
  const run: TestFirm['run'] = (work) => inFirm(system.source, maker, work)
  for (let i = 0; i < 2; i++) await contactOf({ run }, { email })
}

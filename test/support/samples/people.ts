import { firmsContract } from '../../../src/features/firms/contract.ts'
import { organizersContract } from '../../../src/features/organizers/contract.ts'
import { tasksContract } from '../../../src/features/tasks/contract.ts'
import { teamContract } from '../../../src/features/team/contract.ts'
import { clientEmail, tokenOf, type World } from '../world.ts'
import { fresh, freshEmail, type Samples, seen } from './sample.ts'

const PASSWORD = 'correct horse battery staple'

async function invited({ firm }: World) {
  const body = { name: fresh('Piet'), email: freshEmail(), role: 'employee', rights: [] }
  return firm.owner.call(teamContract.inviteMember, { body })
}

async function todoToken(world: World) {
  return { token: await tokenOf(world, 'organizer_sent', clientEmail(world.firm)) }
}

/** Routes of people and of the portal. Where a success needs a password or an app, the refusal that says so is expected. */
export const peopleSamples: Samples = {
  'tasks.getTaskStatusLabels': () => ({}),
  'tasks.changeTaskStatusLabels': async ({ firm }) => ({
    sent: {
      body: { labels: { in_progress: 'On my desk' } },
      headers: await seen(firm.owner, tasksContract.getTaskStatusLabels, {}),
    },
  }),
  'firms.getFirm': () => ({}),
  'firms.changeFirm': async ({ firm }) => ({
    sent: { body: { name: fresh('Firm') }, headers: await seen(firm.owner, firmsContract.getFirm) },
  }),
  'firms.getPortalFirm': ({ firm }) => ({ as: 'stranger', sent: { params: { slug: firm.slug } } }),
  'identity.getSession': () => ({}),
  'identity.signIn': () => ({
    as: 'stranger',
    sent: { body: { email: freshEmail(), password: PASSWORD } },
    expects: 401,
  }),
  'identity.giveSecondFactor': () => ({ as: 'stranger', sent: { body: { code: '123456' } }, expects: 401 }),
  'identity.switchFirm': ({ firm }) => ({ sent: { body: { firmId: firm.firmId } } }),
  'identity.signOut': () => ({ as: 'stranger' }),
  'identity.enterByMemberLink': () => ({ as: 'stranger', sent: { body: { token: 'unknown' } }, expects: 410 }),
  'identity.askForSignInLink': ({ firm }) => ({
    as: 'stranger',
    sent: { params: { slug: firm.slug }, body: { email: freshEmail() } },
  }),
  'identity.getMailedLink': () => ({ as: 'stranger', sent: { params: { token: 'unknown' } }, expects: 410 }),
  'identity.enterPortal': () => ({ as: 'stranger', sent: { body: { token: 'unknown' } }, expects: 410 }),
  'identity.askForPasswordReset': () => ({ as: 'stranger', sent: { body: { email: freshEmail() } } }),
  'identity.resetPassword': () => ({
    as: 'stranger',
    sent: { body: { token: 'unknown', password: PASSWORD } },
    expects: 410,
  }),
  'identity.startSecondFactor': () => ({ sent: { body: { password: PASSWORD } }, expects: 401 }),
  'identity.confirmSecondFactor': () => ({ sent: { body: { code: '123456' } }, expects: 401 }),
  'identity.removeSecondFactor': () => ({ sent: { body: { password: PASSWORD } }, expects: 401 }),
  'identity.renewBackupCodes': () => ({ sent: { body: { password: PASSWORD } }, expects: 401 }),
  'identity.changePassword': () => ({
    sent: { body: { currentPassword: PASSWORD, newPassword: `${PASSWORD}!` } },
    expects: 422,
  }),
  'team.listTeam': () => ({}),
  'team.inviteMember': () => ({
    sent: { body: { name: fresh('Piet'), email: freshEmail(), role: 'employee', rights: ['manage_accounts'] } },
  }),
  'team.changeMember': async ({ firm, ids }) => {
    const { items } = await firm.owner.call(teamContract.listTeam)
    const { revision } = items.find((member) => member.id === ids.member)!
    return { sent: { params: { id: ids.member }, body: { rights: [] }, headers: { 'if-match': `"${revision}"` } } }
  },
  'team.changeMemberState': ({ ids }) => ({ sent: { params: { id: ids.member }, body: { state: 'active' } } }),
  'team.renewInvitation': async (world) => ({ sent: { params: { id: (await invited(world)).id } } }),
  'team.changeProfile': () => ({ sent: { body: { locale: 'nl' } } }),
  'team.signUp': () => ({
    as: 'stranger',
    sent: {
      body: {
        firmName: fresh('New firm'),
        name: 'Ada',
        email: freshEmail(),
        password: PASSWORD,
        locale: 'en',
        timeZone: 'Europe/Amsterdam',
      },
    },
  }),
  'team.getInvitation': async (world) => {
    const { email } = await invited(world)
    return { as: 'stranger', sent: { params: { token: await tokenOf(world, 'team_invitation', email) } } }
  },
  'team.acceptInvitation': async (world) => {
    const { email } = await invited(world)
    const params = { token: await tokenOf(world, 'team_invitation', email) }
    return { as: 'stranger', sent: { params, body: { name: 'Piet', password: PASSWORD } } }
  },
  'documents.getPortalDocumentContent': ({ ids }) => ({ as: 'client', sent: { params: { id: ids.document } } }),
  'organizers.listPortalOrganizers': () => ({ as: 'client' }),
  'organizers.getPortalOrganizer': ({ ids }) => ({ as: 'client', sent: { params: { id: ids.organizer } } }),
  'organizers.openOrganizer': ({ ids }) => ({ as: 'client', sent: { params: { id: ids.organizer } } }),
  'organizers.saveAnswer': async ({ client, ids }) => {
    const { answers } = await client.call(organizersContract.getPortalOrganizer, { params: { id: ids.organizer } })
    const revision = answers.find((answer) => answer.questionId === 'q_ok')?.revision ?? 0
    return {
      as: 'client',
      sent: { params: { id: ids.organizer, questionId: 'q_ok' }, body: { value: true, revision } },
    }
  },
  'organizers.attachFile': ({ ids }) => ({
    as: 'client',
    sent: {
      params: { id: ids.organizer, questionId: 'q_file' },
      query: { name: 'more.txt' },
      body: new TextEncoder().encode('x'),
    },
  }),
  'organizers.detachFile': async ({ client, ids }) => {
    const params = { id: ids.organizer, questionId: 'q_file' }
    const body = new TextEncoder().encode('y')
    const { documentId } = await client.call(organizersContract.attachFile, {
      params,
      query: { name: 'gone.txt' },
      body,
    })
    return { as: 'client', sent: { params: { ...params, documentId } } }
  },
  'organizers.submitOrganizer': ({ ids }) => ({ as: 'client', sent: { params: { id: ids.organizer } } }),
  'organizers.getTodoLink': async (world) => ({ as: 'stranger', sent: { params: await todoToken(world) } }),
  'organizers.confirmTodoLink': async (world) => ({
    as: 'stranger',
    sent: { params: await todoToken(world), body: {} },
  }),
  'organizers.mailTodoCode': async (world) => ({ as: 'stranger', sent: { params: await todoToken(world) } }),
  'organizers.renewTodoLink': async (world) => {
    world.firm.system.clock.advance(10 * 60_000)
    return { as: 'stranger', sent: { params: await todoToken(world) } }
  },
  'portal.getPortalHome': ({ ids }) => ({ as: 'client', sent: { query: { accountId: ids.account } } }),
  'portal.listPortalAccounts': () => ({ as: 'client' }),
}

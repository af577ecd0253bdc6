import type { AccountId, JobId, OrganizerId } from '#kernel/ids.ts'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { organizersContract } from '../../src/features/organizers/contract.ts'
import { firmIn, type MemberCaller, signInClient, type TestFirm } from './firm-in.ts'
import type { House } from './journey-house.ts'
import { newAccount, newTag } from './pipeline.ts'
import { finish, holding } from './work.ts'

export const CLIENTS = Array.from({ length: 50 }, (_, at) => `Client ${String(at + 1).padStart(2, '0')}`)
/** Those of them with income from abroad. */
export const ABROAD = CLIENTS.slice(0, 10)

/** A firm with fifty clients and nothing else, and the people who do their part elsewhere. */
export type Fifty = {
  firm: TestFirm
  colleague: MemberCaller
  emailOf(client: string): string
  /** clients answer what they were asked, and send it */
  answered(clients: string[]): Promise<void>
  /** the colleague completes the tasks that hold these clients' jobs */
  tasksDone(clients: string[]): Promise<void>
}

export async function fiftyClients({ system }: House): Promise<Fifty> {
  const firm = await firmIn(system)
  const colleague = await firm.addMember('admin', [], 'Sanne Vermeer')
  const emailOf = (client: string) => `${client.toLowerCase().replace(' ', '')}-${firm.slug}@example.com`
  const accountIds: AccountId[] = []
  for (const client of CLIENTS) accountIds.push(await newAccount(firm, client, { email: emailOf(client) }))
  const tags = { add: [await newTag(firm, 'Foreign income')], remove: [] }
  const abroad = accountIds.slice(0, ABROAD.length)
  await firm.owner.call(accountsContract.changeAccountTags, { body: { accountIds: abroad, ...tags } })
  return {
    firm,
    colleague,
    emailOf,
    async answered(clients) {
      for (const [client, job] of await jobsOf(colleague, clients)) {
        const [organizer] = await holding(colleague, job, 'organizer')
        const caller = await signInClient(firm, emailOf(client))
        const params = { id: organizer as OrganizerId }
        const answer = { params: { ...params, questionId: 'question_1' }, body: { value: 'Nothing', revision: 0 } }
        await caller.call(organizersContract.saveAnswer, answer)
        await caller.call(organizersContract.submitOrganizer, { params })
      }
    },
    async tasksDone(clients) {
      for (const [, job] of await jobsOf(colleague, clients)) {
        for (const task of await holding(colleague, job, 'task')) await finish(colleague, task)
      }
    },
  }
}

async function jobsOf(caller: MemberCaller, clients: string[]): Promise<[client: string, job: JobId][]> {
  const { items } = await caller.call(jobsContract.listJobs, { query: { limit: 100 } })
  return items.filter((job) => clients.includes(job.accountName)).map((job) => [job.accountName, job.id as JobId])
}

import type { JobId } from '#kernel/ids.ts'
import { firmIn, type TestFirm } from './firm-in.ts'
import type { House } from './journey-house.ts'
import {
  addJobs,
  asks,
  newAccount,
  newEmailTemplate,
  newOrganizerTemplate,
  newTaskTemplate,
  publish,
  type TestPipeline,
} from './pipeline.ts'

export type SmallFirm = {
  firm: TestFirm
  /** stages To do, Doing and, with a task, Review; a job in To do for Alder, Birch and Cedar */
  letters: TestPipeline
  /** Gather waits for an organizer, then Check creates a task; one job of Alder's */
  returns: TestPipeline
  job: JobId
  emailTemplate: string
  /** what Alder's contact signs in with */
  clientEmail: string
}

/** A firm with little in it, made before the worker starts, so that every step is over when people come. */
export async function smallFirm(house: House): Promise<SmallFirm> {
  const firm = await firmIn(house.system)
  const clientEmail = 'alder@example.com'
  const accounts = [
    await newAccount(firm, 'Alder', { email: clientEmail }),
    await newAccount(firm, 'Birch'),
    await newAccount(firm, 'Cedar'),
  ]
  const task = await newTaskTemplate(firm, 'Check the answers')
  const organizer = await newOrganizerTemplate(firm, 'Questions')
  const letters = await publish(firm, 'Letters', [
    { name: 'To do' },
    { name: 'Doing' },
    { name: 'Review', automations: [asks.task(task)] },
  ])
  const returns = await publish(firm, 'Returns', [
    { name: 'Gather', automove: true, automations: [asks.organizer(organizer)] },
    { name: 'Check', automations: [asks.task(task)] },
  ])
  await addJobs(firm, letters, accounts)
  const [job] = await addJobs(firm, returns, accounts.slice(0, 1))
  const emailTemplate = await newEmailTemplate(firm, 'Welcome')
  return { firm, letters, returns, job: job!, emailTemplate, clientEmail }
}

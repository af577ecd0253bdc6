import type { FirmId, PipelineId } from '#kernel/ids.ts'
import { jobsContract } from '../src/features/jobs/contract.ts'
import type { System } from '../src/system.ts'
import { firmIn } from '../test/support/firm-in.ts'
import {
  asks,
  hasTag,
  newEmailTemplate,
  newOrganizerTemplate,
  newTag,
  newTaskTemplate,
  publish,
} from '../test/support/pipeline.ts'
import { clientIds, insertClients } from './prepare-clients.ts'

export type Season = { firmId: FirmId; cookie: string; colleague: string; pipelineId: PipelineId; stageId: string }

/** Jobs that stand there before: a firm at work, not an empty database. */
const WARM = 200

/** A firm whose season begins: so many clients, and a pipeline whose first stage has five automations, two conditional. */
export async function prepareSeason(system: System, clients: number): Promise<Season> {
  const firm = await firmIn(system)
  const { firmId } = firm
  const [season, vip] = [await newTag(firm, 'Season'), await newTag(firm, 'VIP')]
  const pipeline = await publish(firm, 'Returns', [
    {
      name: 'Gather',
      automove: true,
      automations: [
        asks.tags({ add: [season] }),
        asks.organizer(await newOrganizerTemplate(firm, 'Questions for [ACCOUNT_NAME]')),
        asks.task(await newTaskTemplate(firm, 'Check [TAX_YEAR]')),
        asks.email(await newEmailTemplate(firm, 'Welcome'), hasTag(vip)),
        asks.task(await newTaskTemplate(firm, 'Call'), hasTag(vip)),
      ],
    },
    { name: 'Prepare' },
    { name: 'Done' },
  ])
  await insertClients(system, firmId, clients, vip)
  const accountIds = await clientIds(system, firmId, WARM)
  const body = { pipelineId: pipeline.id, accountIds, name: 'Return of last year' }
  await firm.owner.call(jobsContract.addJobs, { body })
  await system.worker.drain()
  const colleague = await firm.addMember('admin')
  const { cookie } = firm.owner
  return { firmId, cookie, colleague: colleague.cookie, pipelineId: pipeline.id, stageId: pipeline.stages[0]!.id }
}

import type { FirmId, PipelineId } from '#kernel/ids.ts'
import type { System } from '../src/system.ts'
import { firmIn } from '../test/support/firm-in.ts'
import {
  addJobs,
  asks,
  hasTag,
  newEmailTemplate,
  newOrganizerTemplate,
  newTag,
  newTaskTemplate,
  publish,
} from '../test/support/pipeline.ts'
import { clientIds, insertClients } from './prepare-clients.ts'

export type Season = {
  firmId: FirmId
  cookie: string
  colleague: string
  pipelineId: PipelineId
  /** the first two stages */
  stageId: string
  nextStageId: string
}

/** Jobs that stand there before: a firm at work, not an empty database. */
const WARM = 200

/** A firm whose season begins: so many clients, and a pipeline whose first two stages have five automations, two conditional. */
export async function prepareSeason(system: System, clients: number, warm = WARM): Promise<Season> {
  const firm = await firmIn(system)
  const { firmId } = firm
  const [season, vip] = [await newTag(firm, 'Season'), await newTag(firm, 'VIP')]
  const [questions, check, call, welcome] = [
    await newOrganizerTemplate(firm, 'Questions for [ACCOUNT_NAME]'),
    await newTaskTemplate(firm, 'Check [TAX_YEAR]'),
    await newTaskTemplate(firm, 'Call'),
    await newEmailTemplate(firm, 'Welcome'),
  ]
  const automations = () => [
    asks.tags({ add: [season] }),
    asks.organizer(questions),
    asks.task(check),
    asks.email(welcome, hasTag(vip)),
    asks.task(call, hasTag(vip)),
  ]
  const pipeline = await publish(firm, 'Returns', [
    { name: 'Gather', automove: true, automations: automations() },
    { name: 'Prepare', automove: true, automations: automations() },
    { name: 'Done' },
  ])
  await insertClients(system, firmId, clients, vip)
  if (warm > 0) await addJobs(firm, pipeline, await clientIds(system, firmId, warm))
  const colleague = await firm.addMember('admin')
  const [stageId, nextStageId] = pipeline.stages.map((stage) => stage.id as string)
  return {
    firmId,
    cookie: firm.owner.cookie,
    colleague: colleague.cookie,
    pipelineId: pipeline.id,
    stageId: stageId!,
    nextStageId: nextStageId!,
  }
}

import type { Condition } from '#conditions/model.ts'
import * as f from '#engine/core/example.fixture.ts'
import type { Completion, PipelineVersion, Stage } from '#engine/core/pipeline.ts'
import type { PipelineId } from '#kernel/ids.ts'
import type { Random } from './random.ts'

export const TAGS = ['foreign', 'rental', 'season', 'deleted']
const PEOPLE = ['ada', 'bram', 'cleo', 'role preparer', 'role reviewer']

/** A pipeline of three to seven stages and two custom statuses that asks for anything an engine can do. */
export function somePipeline(random: Random, id: string): PipelineVersion {
  const stages = Array.from({ length: 3 + random.int(5) }, (_, index) => someStage(random, `${id} ${index}`))
  const statuses = [
    f.status(`${id} waiting`, [f.organizer()], { automove: true }),
    f.status(`${id} on hold`, someAsks(random), { automove: random.chance(50) }),
  ]
  return { ...f.pipeline(...stages), pipelineId: id as PipelineId, version: 1, statuses }
}

/** The next version: stages change places, come and go, and say something else; ids stay (D-14). */
export function nextVersion(random: Random, { version, ...before }: PipelineVersion): PipelineVersion {
  const kept = before.stages.filter(() => before.stages.length < 3 || random.chance(85))
  const stages = kept.map((stage) => (random.chance(30) ? { ...stage, automove: random.chance(70) } : stage))
  if (random.chance(40))
    stages.splice(random.int(stages.length + 1), 0, someStage(random, `${before.pipelineId} v${version}`))
  if (random.chance(30)) stages.push(stages.shift()!)
  return { ...before, version: version + 1, stages: stages.length > 1 ? stages : before.stages }
}

function someStage(random: Random, id: string): Stage {
  return f.stage(id, someAsks(random), {
    automove: random.chance(80),
    condition: random.chance(30) ? someCondition(random) : null,
    whenEmpty: random.chance(30) ? 'advance' : 'stay',
    completion: someCompletion(random),
  })
}

function someAsks(random: Random): f.Ask[] {
  return Array.from({ length: random.int(4) }, () => ({
    ...someAsk(random),
    condition: random.chance(30) ? someCondition(random) : null,
    repeat: random.chance(20) ? ('once_per_job' as const) : ('every_visit' as const),
  }))
}

function someAsk(random: Random): f.Ask {
  const [add, remove] = [random.some(PEOPLE, 30), random.some(PEOPLE, 20)]
  const members = (people: string[]) => people.filter((name) => !name.startsWith('role'))
  return random.pick([
    f.organizer(),
    f.task(),
    f.email(),
    f.task(null, random.chance(50) ? 'gone' : 'task'),
    f.tags({ add: random.some(TAGS, 30), remove: random.some(TAGS, 30), clear: random.chance(20) }),
    f.access({ add: members(add), remove: members(remove), replace: random.chance(30) }),
    f.assignees({ add, remove, clear: random.chance(30) }),
    f.clientStatus({ visible: random.chance(70), statusId: random.chance(80) ? 'in review' : 'gone' }),
  ])
}

function someCondition(random: Random): Condition {
  if (random.chance(20)) return { kind: 'none', of: [f.tagCondition(random.pick(TAGS))] }
  if (random.chance(20)) return { kind: 'assignee_role', roleId: random.pick(['preparer', 'reviewer', 'gone']) }
  return f.tagCondition(random.pick(TAGS))
}

function someCompletion(random: Random): Completion {
  return random.pick<Completion>([{ rule: 'all' }, { rule: 'all' }, { rule: 'any' }, { rule: 'count', count: 2 }])
}

import { Refusal } from '#kernel/refusal.ts'
import { questionsOf } from '../organizers/model.ts'
import type { PackSummary } from './contract.ts'
import type { Pack } from './model.ts'
import { packs } from './packs/index.ts'

export function listPacks(): PackSummary[] {
  return packs.map(({ key, locale, name, summary, pipeline, organizers, emails, tasks, tags }) => ({
    key,
    locale,
    name,
    summary,
    stages: pipeline.stages.map((stage) => stage.name),
    organizers: organizers.length,
    questions: organizers.reduce((sum, { definition }) => sum + questionsOf(definition).length, 0),
    emails: emails.length,
    tasks: tasks.length,
    tags: tags.length,
  }))
}

export function packByKey(key: string): Pack {
  const pack = packs.find((it) => it.key === key)
  if (!pack) throw new Refusal('not_found')
  return pack
}

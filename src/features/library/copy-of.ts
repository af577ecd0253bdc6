import type { Condition } from '#conditions/model.ts'
import type { Automation, Stage } from '#engine/core/pipeline.ts'
import type { AutomationId, StageId, TagId, TemplateId } from '#kernel/ids.ts'
import type { PackAutomation, PackCondition, PackPipeline } from './model.ts'

/** What the keys of a pack became in the firm; keys of organizers, e-mails and tasks are apart. */
export type Copies = {
  tags: ReadonlyMap<string, TagId>
  templates: ReadonlyMap<`${TemplateKindInPack}/${string}`, TemplateId>
  newId(): string
}
export type TemplateKindInPack = 'organizer' | 'task' | 'email' | 'job'

/** The stages of a pack as the firm's own: ids in place of keys, new ids for stages and automations. */
export function stagesCopied(pipeline: PackPipeline, copies: Copies): Stage[] {
  return pipeline.stages.map(({ name, automove, condition, whenEmpty, automations }) => ({
    id: copies.newId() as StageId,
    name,
    automove,
    condition: condition && conditionCopied(condition, copies),
    whenEmpty,
    completion: { rule: 'all' },
    timeLimit: null,
    automations: automations.map((automation) => automationCopied(automation, copies)),
  }))
}

function automationCopied(automation: PackAutomation, copies: Copies): Automation {
  const condition = automation.condition && conditionCopied(automation.condition, copies)
  const base = { id: copies.newId() as AutomationId, condition, repeat: 'every_visit' as const }
  switch (automation.kind) {
    case 'create_organizer':
      return { ...base, kind: automation.kind, templateId: templateId(copies, 'organizer', automation.template) }
    case 'create_task':
      return { ...base, kind: automation.kind, templateId: templateId(copies, 'task', automation.template) }
    case 'send_email':
      return { ...base, kind: automation.kind, templateId: templateId(copies, 'email', automation.template) }
    case 'update_account_tags': {
      const [add, remove] = [automation.add, automation.remove].map((keys) => keys.map((key) => tagId(copies, key)))
      return { ...base, kind: automation.kind, add: add!, remove: remove!, clear: automation.clear }
    }
  }
}

function conditionCopied(condition: PackCondition, copies: Copies): Condition {
  switch (condition.kind) {
    case 'tag':
      return { kind: 'tag', tagId: tagId(copies, condition.tag) }
    case 'account_type':
      return condition
    case 'all':
    case 'any':
    case 'none':
      return { kind: condition.kind, of: condition.of.map((part) => conditionCopied(part, copies)) }
  }
}

function tagId({ tags }: Copies, key: string): TagId {
  const id = tags.get(key)
  if (!id) throw new Error(`the pack has no tag ${key}`)
  return id
}

function templateId({ templates }: Copies, kind: TemplateKindInPack, key: string): TemplateId {
  const id = templates.get(`${kind}/${key}`)
  if (!id) throw new Error(`the pack has no ${kind} ${key}`)
  return id
}

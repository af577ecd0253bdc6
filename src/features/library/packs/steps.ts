import type { PackAutomation, PackCondition, PackStage } from '../model.ts'

/** A stage that moves on by itself when what it created is done. */
export function stage(key: string, name: string, automations: PackAutomation[], when?: PackCondition): PackStage {
  return { key, name, automove: true, condition: when ?? null, whenEmpty: 'stay', automations }
}

/** The stage where work ends: nothing moves on from it (STG-4). */
export function lastStage(key: string, name: string, automations: PackAutomation[]): PackStage {
  return { ...stage(key, name, automations), automove: false }
}

export function organizer(template: string, when?: PackCondition): PackAutomation {
  return { kind: 'create_organizer', template, condition: when ?? null }
}

export function task(template: string, when?: PackCondition): PackAutomation {
  return { kind: 'create_task', template, condition: when ?? null }
}

export function email(template: string, when?: PackCondition): PackAutomation {
  return { kind: 'send_email', template, condition: when ?? null }
}

export function addTag(tag: string): PackAutomation {
  return { kind: 'update_account_tags', add: [tag], remove: [], clear: false, condition: null }
}

export function removeTag(tag: string): PackAutomation {
  return { kind: 'update_account_tags', add: [], remove: [tag], clear: false, condition: null }
}

export function tagged(tag: string): PackCondition {
  return { kind: 'tag', tag }
}

import type { Condition } from '#conditions/model.ts'
import type { Block, Choice, Section } from '../../organizers/model.ts'

/** What most questions leave out: a help text, being optional, and the answer that makes them appear. */
type Extras = { help?: string; optional?: true; when?: Condition }

export function section(id: string, name: string, blocks: Block[], when?: Condition): Section {
  return { id, name, condition: when ?? null, blocks }
}

export function text(id: string, label: string, extras: Extras = {}): Block {
  return { type: 'text', ...question(id, label, extras) }
}

/** A free text of several lines. */
export function story(id: string, label: string, extras: Extras = {}): Block {
  return { type: 'text', ...question(id, label, extras), multiline: true }
}

export function number(id: string, label: string, extras: Extras = {}): Block {
  return { type: 'number', ...question(id, label, extras) }
}

export function date(id: string, label: string, extras: Extras = {}): Block {
  return { type: 'date', ...question(id, label, extras) }
}

/** Radios; `options` maps each option's id to its label. */
export function one(id: string, label: string, options: Record<string, string>, extras: Extras = {}): Block {
  return { type: 'single_choice', ...question(id, label, extras), options: choices(options) }
}

/** Checkboxes; `options` maps each option's id to its label. */
export function many(id: string, label: string, options: Record<string, string>, extras: Extras = {}): Block {
  return { type: 'multiple_choice', ...question(id, label, extras), options: choices(options) }
}

export function yesNo(id: string, label: string, extras: Extras = {}): Block {
  return { type: 'yes_no', ...question(id, label, extras) }
}

export function files(id: string, label: string, extras: Extras = {}): Block {
  return { type: 'file_upload', ...question(id, label, extras) }
}

/** Something to read, nothing to answer. */
export function note(id: string, words: string, when?: Condition): Block {
  return { type: 'text_block', id, text: words, condition: when ?? null }
}

export function yes(questionId: string): Condition {
  return { kind: 'answer', questionId, operator: 'equals', value: true }
}

export function is(questionId: string, option: string): Condition {
  return { kind: 'answer', questionId, operator: 'equals', value: option }
}

/** The option is among the ticked ones. */
export function ticked(questionId: string, option: string): Condition {
  return { kind: 'answer', questionId, operator: 'includes', value: option }
}

export function any(...of: Condition[]): Condition {
  return { kind: 'any', of }
}

function question(id: string, label: string, { help, optional, when }: Extras) {
  return { id, label, ...(help && { help }), required: !optional, condition: when ?? null }
}

function choices(options: Record<string, string>): Choice[] {
  return Object.entries(options).map(([id, label]) => ({ id, label }))
}

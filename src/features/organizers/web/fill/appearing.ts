import type { AnswerValue, OrganizerDefinition, Question, Section } from '../../model.ts'
import { questionsOf } from '../../model.ts'
import type { Answers, AttachedFiles } from '../../rules.ts'
import { visibleQuestions } from '../../rules.ts'

/** The answer that made a question appear; `value` null: a file, or an answer taken back. */
export type Because = { question: Question; value: AnswerValue | null }

export type Appearing = { appeared: Question[]; gone: Question[] }

/** Which questions an answer brings up and which it takes away, in document order. */
export function changesBy(
  definition: OrganizerDefinition,
  files: AttachedFiles,
  before: Answers,
  after: Answers,
): Appearing {
  const then = visibleQuestions(definition, before, files)
  const now = visibleQuestions(definition, after, files)
  const [wasThere, isThere] = [new Set(then.map(({ id }) => id)), new Set(now.map(({ id }) => id))]
  return { appeared: now.filter(({ id }) => !wasThere.has(id)), gone: then.filter(({ id }) => !isThere.has(id)) }
}

/** The marks after a change: new ones for what appeared, none for what is gone. */
export function marked(
  fresh: ReadonlyMap<string, Because>,
  { appeared, gone }: Appearing,
  because: Because,
): ReadonlyMap<string, Because> {
  if (appeared.length === 0 && gone.length === 0) return fresh
  const next = new Map(fresh)
  for (const { id } of gone) next.delete(id)
  for (const { id } of appeared) next.set(id, because)
  return next
}

/** The marks after a section was left: what stood there was seen. */
export function seen(fresh: ReadonlyMap<string, Because>, section: Section | undefined): ReadonlyMap<string, Because> {
  const ids = new Set(section ? questionsOf({ sections: [section] }).map(({ id }) => id) : [])
  return [...fresh.keys()].some((id) => ids.has(id)) ? new Map([...fresh].filter(([id]) => !ids.has(id))) : fresh
}

import { createContext, use } from 'react'
import { useText } from '#web/text.tsx'
import type { AnswerValue, OrganizerDefinition, Question, Section } from '../../model.ts'
import type { Answers, AttachedFiles } from '../../rules.ts'
import type { FileView } from '../../schemas.ts'
import type { Clash, Ended } from './answer-keeper.ts'
import type { Because } from './appearing.ts'
import type { Upload } from './upload-keeper.ts'

/** The pages around the sections; a hyphen keeps them apart from sections' ids. */
export const ALL_SECTIONS = 'all-sections'
export const REVIEW = 'check-and-send'
export const SENT = 'sent-off'

/** A section by its id, or one of the pages around them. */
export type Place = string

/** How much of what was typed is safe. `calm`: nothing was typed here and nothing needs to be said. */
export type Saved = { state: 'calm' | 'saved' | 'saving' | 'waiting'; at: string | null }

/** An organizer that is being filled in, by a client or, without a server behind it, in a preview. */
export type Filling = {
  name: string
  firmName: string
  definition: OrganizerDefinition
  /** what is asked now: sections and blocks whose conditions hold */
  sections: Section[]
  answers: Answers
  documents: AttachedFiles
  files: readonly FileView[]
  uploads: readonly Upload[]
  saved: Saved
  /** false: it can be read, not changed */
  editable: boolean
  ended: Ended | null
  submittedAt: string | null
  /** questions that an answer on this page brought up, with that answer */
  fresh: ReadonlyMap<string, Because>
  clashes: ReadonlyMap<string, Clash>
  acts: FillingActs
  ways: FillingWays
}

export type FillingActs = {
  /** `typing`: more keys may follow; `chosen`: this was it */
  answer(question: Question, value: AnswerValue | null, pace: 'typing' | 'chosen'): void
  /** a field is left: what was typed is saved now */
  flush(): void
  /** one's own answer instead of the newer one, or never mind */
  settle(questionId: string, keep: 'mine' | 'theirs'): void
  addFiles(question: Question, files: readonly File[]): void
  retry(uploadKey: string): void
  stop(uploadKey: string): void
  /** ends when the file is taken out; throws ApiProblem where it can't be */
  detach(file: FileView): Promise<void>
  /** the moment of submission; throws ApiProblem */
  submit(): Promise<void>
}

export type FillingWays = {
  place: Place
  /** the address of a place; null in a preview, where going there is all there is */
  pathOf(place: Place): string | null
  go(place: Place): void
  /** the question that was asked for by a link; it gets the focus and is then forgotten */
  target: { current: string | null }
  /** the portal's start page, for who is signed in */
  home: string | null
  /** what stands in fields and is no answer yet, by question; survives going to another section */
  typed: Map<string, unknown>
}

export const FillingContext = createContext<Filling | null>(null)

export function useFilling(): Filling {
  const filling = use(FillingContext)
  if (!filling) throw new Error('useFilling is used outside an organizer')
  return filling
}

/** What the page after the last section is called: there one sends, or only reads. */
export function useReviewName(): string {
  const t = useText()
  const { submittedAt, editable } = useFilling()
  if (!editable) return t('fill.read_answers')
  return submittedAt ? t('fill.look_through') : t('fill.review')
}

/** The question's answer as it is shown. */
export function useAnswer(questionId: string): AnswerValue | null {
  return useFilling().answers.get(questionId) ?? null
}

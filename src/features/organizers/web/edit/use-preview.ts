import { useRef, useState } from 'react'
import type { Facts } from '#conditions/evaluate.ts'
import type { DocumentId } from '#kernel/ids.ts'
import type { AnswerValue, OrganizerDefinition } from '../../model.ts'
import { questionsOf } from '../../model.ts'
import { type Answers, type AttachedFiles, visibleQuestions } from '../../rules.ts'
import type { FileView } from '../../schemas.ts'
import type { Filling, FillingActs, Place } from '../fill/filling.tsx'
import { SENT } from '../fill/filling.tsx'
import { firstPlace, isPlace } from '../fill/filling-pages.tsx'
import { useShown } from '../fill/use-shown.ts'
import { kindOf } from './condition-edits.ts'

export type PreviewOf = { name: string; firmName: string; definition: OrganizerDefinition }

export type Preview = {
  filling: Filling
  /** the given answers, as conditions see them */
  facts: Facts
  isEmpty: boolean
  /** forgets all answers */
  startOver(): void
  /** shows a section as soon as it is shown with these answers */
  show(sectionId: string): void
}

type Given = { answers: Answers; files: readonly FileView[]; submittedAt: string | null }
const NOTHING: Given = { answers: new Map(), files: [], submittedAt: null }

/** An organizer that can be filled in without a server: answers live as long as the editor is open (ORG-11). */
export function usePreview({ name, firmName, definition }: PreviewOf): Preview {
  const [given, setGiven] = useState(NOTHING)
  const [wanted, setPlace] = useState<Place>('')
  const target = useRef<string | null>(null)
  const [typed] = useState(() => new Map<string, unknown>())
  const shown = useShown(definition, given.answers, given.files, wanted)
  const [acts] = useState(() => actsOn(setGiven))
  const filling: Filling = {
    name,
    firmName,
    definition,
    ...shown,
    answers: given.answers,
    files: given.files,
    uploads: [],
    saved: { state: 'calm', at: null },
    editable: true,
    ended: null,
    submittedAt: given.submittedAt,
    clashes: new Map(),
    acts: { ...acts, answer: shown.answering(acts.answer) },
    ways: { place: wanted, pathOf: () => null, go: setPlace, target, home: null, typed },
  }
  const place = isPlace(wanted, filling) ? wanted : firstPlace({ ...filling, submittedAt: null })
  return {
    filling: { ...filling, ways: { ...filling.ways, place } },
    facts: factsOf(definition, given.answers, shown.documents),
    isEmpty: given.answers.size === 0 && given.files.length === 0,
    startOver() {
      typed.clear()
      setGiven(NOTHING)
      if (wanted === SENT) setPlace('')
    },
    show: setPlace,
  }
}

/** The acts of a client, done on nothing but what the preview holds. */
function actsOn(set: (change: (before: Given) => Given) => void): FillingActs {
  return {
    answer: ({ id }, value) => set((before) => ({ ...before, answers: new Map(before.answers).set(id, value) })),
    flush() {},
    settle() {},
    addFiles: ({ id }, added) =>
      set((before) => ({ ...before, files: [...before.files, ...added.map((file) => pretended(id, file))] })),
    retry() {},
    stop() {},
    async detach(file) {
      set((before) => ({ ...before, files: before.files.filter((each) => each !== file) }))
    },
    async submit() {
      set((before) => ({ ...before, submittedAt: new Date().toISOString() }))
    },
  }
}

function pretended(questionId: string, { name, type, size }: File): FileView {
  const documentId = `${questionId} ${name} ${size}` as DocumentId
  return { questionId, documentId, name, mediaType: type, bytes: size, attachedAt: '' }
}

function factsOf(definition: OrganizerDefinition, answers: Answers, files: AttachedFiles): Facts {
  const visible = new Set(visibleQuestions(definition, answers, files).map(({ id }) => id))
  const questions = questionsOf(definition).map((question) => {
    const value: AnswerValue | readonly string[] | null =
      (question.type === 'file_upload' ? files.get(question.id) : answers.get(question.id)) ?? null
    const optionIds = new Set('options' in question ? question.options.map(({ id }) => id) : [])
    return [question.id, { kind: kindOf(question), optionIds, visible: visible.has(question.id), value }] as const
  })
  return { tagIds: new Set(), knownTagIds: new Set(), questions: new Map(questions) }
}

import { useMemo, useState } from 'react'
import { announce } from '#web/design/live-region.tsx'
import { useText } from '#web/text.tsx'
import type { OrganizerDefinition, Section } from '../../model.ts'
import { type Answers, type AttachedFiles, visibleSections } from '../../rules.ts'
import type { FileView } from '../../schemas.ts'
import { type Because, changesBy, marked, seen } from './appearing.ts'
import type { FillingActs, Place } from './filling.tsx'
import { documentsOf } from './shown-answers.ts'

export type Shown = {
  sections: Section[]
  documents: AttachedFiles
  fresh: ReadonlyMap<string, Because>
  /** answers, and marks and announces the questions that this brings up or takes away */
  answering(answer: FillingActs['answer']): FillingActs['answer']
}

/** What is asked now, and which of it an answer has just brought up; the marks go when their section is left. */
export function useShown(
  definition: OrganizerDefinition,
  answers: Answers,
  files: readonly FileView[],
  place: Place,
): Shown {
  const t = useText()
  const [fresh, setFresh] = useState<ReadonlyMap<string, Because>>(new Map())
  const [lastPlace, setLastPlace] = useState(place)
  if (place !== lastPlace) {
    setLastPlace(place)
    setFresh(
      seen(
        fresh,
        definition.sections.find(({ id }) => id === lastPlace),
      ),
    )
  }
  const documents = useMemo(() => documentsOf(files), [files])
  const sections = useMemo(() => visibleSections(definition, answers, documents), [definition, answers, documents])
  return {
    sections,
    documents,
    fresh,
    answering: (answer) => (question, value, pace) => {
      const changes = changesBy(definition, documents, answers, new Map(answers).set(question.id, value))
      setFresh(marked(fresh, changes, { question, value }))
      const [{ label } = { label: '' }] = changes.appeared
      if (changes.appeared.length > 0) announce(t('fill.appeared', { count: changes.appeared.length, label }))
      else if (changes.gone.length > 0) announce(t('fill.gone', { count: changes.gone.length }))
      answer(question, value, pace)
    },
  }
}

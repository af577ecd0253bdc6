import { useState } from 'react'
import type { AnswerValue, Question } from '../../model.ts'
import { answerProblem } from '../../rules.ts'
import type { TypedProblem } from './field-frame.tsx'
import { useAnswer, useFilling } from './filling.tsx'

export type Typed<Text> = {
  typed: Text
  type(text: Text): void
  /** shown once the field was left: nobody is scolded while typing */
  problem: TypedProblem | null
  leave(): void
}

export type Writing<Text> = {
  /** how a stored answer is typed */
  write(value: AnswerValue | null): Text
  /** the answer that a text makes; null: none */
  read(text: Text): { value: AnswerValue | null } | { problem: TypedProblem }
}

/**
 * What stands in a field, apart from the answer that it makes: a text that is no answer (yet) stays as it was typed,
 * even when one goes to another section and comes back. An answer from elsewhere takes its place.
 */
export function useTyped<Text>(question: Question, { write, read }: Writing<Text>): Typed<Text> {
  const { acts, ways } = useFilling()
  const stored = useAnswer(question.id)
  const [typed, setTyped] = useState(() => (ways.typed.get(question.id) as Text | undefined) ?? write(stored))
  const [shown, setShown] = useState(stored)
  const [isLeft, setLeft] = useState(() => ways.typed.has(question.id))
  const judge = (text: Text) => {
    const reading = read(text)
    if ('problem' in reading) return reading
    const problem = answerProblem(question, reading.value)
    return problem ? { problem } : reading
  }
  if (stored !== shown) {
    setShown(stored)
    const reading = judge(typed)
    if ('problem' in reading || reading.value !== stored) setTyped(write(stored))
  }
  const judged = judge(typed)
  return {
    typed,
    problem: isLeft && 'problem' in judged ? judged.problem : null,
    type(text) {
      setTyped(text)
      const reading = judge(text)
      if ('problem' in reading) ways.typed.set(question.id, text)
      else {
        ways.typed.delete(question.id)
        setLeft(false)
        if (reading.value !== stored) acts.answer(question, reading.value, 'typing')
      }
    },
    leave() {
      setLeft(true)
      acts.flush()
    },
  }
}

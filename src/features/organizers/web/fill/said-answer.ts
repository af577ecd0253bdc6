import { regionOf } from '#web/format.ts'
import { useFormat, useReader, useText } from '#web/text.tsx'
import type { AnswerValue, Question } from '../../model.ts'
import { numberSigns, writeNumber } from './typed-number.ts'

/** The reader's language with the region of his browser, for the order of dates and the signs of numbers. */
export function useRegion(): string {
  const { locale } = useReader()
  return regionOf(locale, navigator.languages)
}

/** An answer in words, as a review or a reason says it; empty where there is none. Files are said by their names. */
export function useSaidAnswer(): (question: Question, value: AnswerValue | null) => string {
  const t = useText()
  const { date, list } = useFormat()
  const region = useRegion()
  return (question, value) => {
    if (value === null) return ''
    if (typeof value === 'boolean') return value ? t('fill.yes') : t('fill.no')
    if ('options' in question) {
      const chosen = question.options.filter(({ id }) => (Array.isArray(value) ? value.includes(id) : value === id))
      return list(chosen.map(({ label }) => label))
    }
    const text = String(value)
    if (question.type === 'number') return writeNumber(text, numberSigns(region))
    return question.type === 'date' ? date(text, 'long') : text
  }
}

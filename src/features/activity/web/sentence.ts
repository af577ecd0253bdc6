import { useFormat, useText, useTextOr } from '#web/text.tsx'
import type { Fact } from '../contract.ts'
import { sentenceValues } from '../model.ts'

/** Says facts in the reader's language, each as the sentence of its type. */
export function useFactText(): (fact: Fact) => string {
  const textOr = useTextOr()
  const nameOf = useActorName()
  const { list, date } = useFormat()
  return (fact) => {
    const values = sentenceValues(fact, nameOf(fact.actor), { join: list, date })
    return textOr(`event.${fact.type}`, 'activity.something', { ...values, type: fact.type })
  }
}

export function useActorName(): (actor: Fact['actor']) => string {
  const t = useText()
  return ({ kind, name }) => {
    switch (kind) {
      case 'automation':
        return t('activity.automation')
      case 'system':
        return t('activity.system')
      case 'member':
      case 'contact':
        return name
    }
  }
}

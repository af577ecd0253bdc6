import { useFormat, useText, useTextOr } from '#web/text.tsx'
import type { Fact } from '../contract.ts'
import { sentenceValues } from '../model.ts'

/** Says facts in the reader's language, each as the sentence of its type. */
export function useFactText(): (fact: Fact) => string {
  const t = useText()
  const textOr = useTextOr()
  const { list } = useFormat()
  return (fact) => {
    const values = sentenceValues(fact, actorName(fact.actor, t), list)
    return textOr(`event.${fact.type}`, 'activity.something', { ...values, type: fact.type })
  }
}

function actorName({ kind, name }: Fact['actor'], t: ReturnType<typeof useText>): string {
  if (kind === 'automation') return t('activity.automation')
  return kind === 'system' ? t('activity.system') : name
}

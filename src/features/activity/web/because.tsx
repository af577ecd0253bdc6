import { useText } from '#web/text.tsx'
import type { HistoryItem } from '../contract.ts'
import { useFactText } from './sentence.ts'

/** What something directly follows from, in words; that there is more, where it is not the reader's to see. */
export function Because({ item: { cause, causeHidden } }: { item: HistoryItem }) {
  const t = useText()
  const say = useFactText()
  if (cause) return t('activity.because', { sentence: say(cause) })
  return causeHidden ? t('activity.because_hidden') : null
}

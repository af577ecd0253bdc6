import { useText } from '#web/text.tsx'
import type { BulkAct } from '../schemas.ts'

/** "Adding jobs, 120 of 500", "500 jobs added", "498 jobs added, 2 could not be". */
export function useActText(): (act: BulkAct | undefined) => string {
  const t = useText()
  return (act) => {
    if (!act) return ''
    const { state, total, succeeded, failed } = act
    return state === 'finished'
      ? t('bulk.finished', { succeeded, failed })
      : t('bulk.running', { done: succeeded + failed, total })
  }
}

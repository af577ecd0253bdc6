import { useText } from '#web/text.tsx'
import type { BulkAct } from '../bulk-schemas.ts'

/** "Moving jobs, 120 of 500", "500 jobs moved", "498 jobs moved, 2 could not be". */
export function useActText(): (act: BulkAct | undefined) => string {
  const t = useText()
  return (act) => {
    if (!act) return ''
    const { kind, state, total, succeeded, failed } = act
    return state === 'finished'
      ? t('bulk.finished', { kind, succeeded, failed })
      : t('bulk.running', { kind, done: succeeded + failed, total })
  }
}

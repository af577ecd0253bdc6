import { daysBetween } from '#web/format.ts'
import { useFormat, useText } from '#web/text.tsx'

/** An instant in the words of who was there: "today 10:42", "yesterday 21:14", "17 February". */
export function useWhen(): (at: string) => string {
  const t = useText()
  const { date, time, today } = useFormat()
  return (at) => {
    const on = today(new Date(at))
    const days = daysBetween(on, today())
    if (days === 0) return t('portal.today', { time: time(at) })
    return days === 1 ? t('portal.yesterday', { time: time(at) }) : date(on)
  }
}

import { useToast } from '#web/design/toast.tsx'
import { useFormat, useText } from '#web/text.tsx'

/** Says which roles nobody holds for the client, so that somebody looks after the task (T-14). */
export function useUnheldToast(): (roles: string[]) => void {
  const t = useText()
  const toast = useToast()
  const { list } = useFormat()
  return (roles) => {
    if (roles.length > 0) toast(t('tasks.unheld', { roles: list(roles) }), { failed: true })
  }
}

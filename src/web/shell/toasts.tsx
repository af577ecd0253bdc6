import { useSyncExternalStore } from 'react'
import { later } from '../design/later.tsx'
import { hearOfToasts, wasToasted } from '../design/toast.tsx'

const Corner = later(async () => (await import('./toast-corner.tsx')).ToastCorner)

/** The corner where toasts appear; loaded with the first of them. */
export function Toasts() {
  return useSyncExternalStore(hearOfToasts, wasToasted) && <Corner />
}

import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it was when this appeared. For what is unmounted rather than closed: a drawer whose
 * route is left, a dialog that is rendered only while it is open.
 */
export function useReturnedFocus(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // after the focus trap has let go
      setTimeout(() => {
        const taken = document.activeElement !== document.body && document.activeElement !== null
        if (!taken && before instanceof HTMLElement && before.isConnected) before.focus()
      })
    },
    [before],
  )
}

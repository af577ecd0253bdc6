import { useLayoutEffect } from 'react'

/** Which of the faces is shown: staff is dense, portal and plain (sign-in) are large. */
export type Face = 'staff' | 'portal' | 'plain'

/**
 * Puts face and firm's colour on the root, so that menus and dialogs, which hang under the body, follow too.
 * `colour` ('#rrggbb', checked when the firm saved it) colours actions only.
 */
export function useFace(face: Face, colour?: string | null): void {
  useLayoutEffect(() => {
    const root = document.documentElement
    root.dataset.face = face
    if (colour) {
      root.dataset.firm = ''
      root.style.setProperty('--firm', colour)
    }
    return () => {
      delete root.dataset.face
      delete root.dataset.firm
      root.style.removeProperty('--firm')
    }
  }, [face, colour])
}

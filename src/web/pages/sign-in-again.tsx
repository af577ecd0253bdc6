import { useEffect, useState } from 'react'
import { later } from '../design/later.tsx'
import { hearOfSessionEnd } from '../session-end.ts'

const SignInAgainDialog = later(async () => (await import('./sign-in-again-dialog.tsx')).SignInAgainDialog)

/** Where a session ends while a page is open, the page stays as it is, with all that was typed, until one is back. */
export function SignInAgain() {
  const [hasEnded, setEnded] = useState(false)
  useEffect(() => hearOfSessionEnd(() => setEnded(true)), [])
  return hasEnded && <SignInAgainDialog onBack={() => setEnded(false)} />
}

let hear: (() => void) | null = null

/** Who lets a person sign in again where he is, while there is a page that he may have typed into. */
export function hearOfSessionEnd(heard: () => void): () => void {
  hear = heard
  return () => {
    hear = null
  }
}

/** Tells that the session has ended; whether somebody heard. */
export function tellSessionEnd(): boolean {
  hear?.()
  return hear !== null
}

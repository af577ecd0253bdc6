import type { AnswerValue } from '../../model.ts'

/** An answer that the server does not hold yet, and the revision that it was written on top of. */
export type Unsaved = { value: AnswerValue | null; revision: number }

/** Where unsaved answers outlive the page: a lost connection, a closed tab, a session that ended (ORG-40). */
export type UnsavedStore = {
  read(): [questionId: string, Unsaved][]
  write(unsaved: ReadonlyMap<string, Unsaved>): void
}

/** Keeps the unsaved answers of one organizer on this device; what is saved leaves it at once. */
export function storeOnDevice(organizerId: string): UnsavedStore {
  const key = PREFIX + organizerId
  return {
    read: () => forgiving(() => JSON.parse(localStorage.getItem(key) ?? '[]') as [string, Unsaved][]) ?? [],
    write: (unsaved) =>
      forgiving(() => {
        if (unsaved.size === 0) localStorage.removeItem(key)
        else localStorage.setItem(key, JSON.stringify([...unsaved]))
      }),
  }
}

/** Takes all of them off this device: whoever signs out leaves nothing behind. */
export function clearUnsaved(): void {
  forgiving(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  })
}

const PREFIX = 'throughline.unsaved.'

/** A browser may forbid storage or run out of it: then answers live as long as the page. */
function forgiving<Result>(work: () => Result): Result | null {
  try {
    return work()
  } catch {
    return null
  }
}

/** Whose tasks, and whether open ones: what stands in the address of the list. */
export type TaskSearch = { who?: 'nobody' | 'everybody'; state?: 'closed' }

export function taskSearch({ who, state }: Record<string, unknown>): TaskSearch {
  return {
    ...(who === 'nobody' || who === 'everybody' ? { who } : {}),
    ...(state === 'closed' ? { state } : {}),
  }
}

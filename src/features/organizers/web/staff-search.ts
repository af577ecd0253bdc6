/** The filter of the list of organizers, in its address. */
export type OrganizerSearch = { q?: string; status?: 'pending' | 'submitted' }

export function organizerSearch({ q, status }: Record<string, unknown>): OrganizerSearch {
  return {
    ...(typeof q === 'string' && q !== '' ? { q: q.slice(0, 200) } : {}),
    ...(status === 'pending' || status === 'submitted' ? { status } : {}),
  }
}

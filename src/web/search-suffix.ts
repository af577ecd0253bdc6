/** A page's search as it stands behind a path: '?turn=stuck', or '' where nothing is set. For links that keep filters. */
export function suffixOf(search: Record<string, string | undefined>): string {
  const set = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) if (value !== undefined) set.set(name, value)
  return set.size === 0 ? '' : `?${set}`
}

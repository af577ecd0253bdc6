/** Every time zone that the browser knows, and the one in use, which may have an older name. */
export function timeZones(used: string): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', used])].sort()
}

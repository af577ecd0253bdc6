/** The colour of a firm that has not chosen one; it carries text (`checkFirmColour`). */
export const FIRST_COLOR = '#1f6b57'

/**
 * What a firm's portal address is made of its name: letters without accents, digits and hyphens. Names in other scripts
 * leave nothing and become `firm`.
 */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[æÆ]/g, 'ae')
    .toLowerCase()
    .replaceAll(/&/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, '-')
  const short = plain.replace(/^-+/, '').slice(0, 40).replace(/-+$/, '')
  return short || 'firm'
}

/** The first address of this name that nobody has: `hollis-vane`, `hollis-vane-2`. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number++) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}

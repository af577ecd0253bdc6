import { nl as web } from '#web/texts/nl.ts'

/** Every text in one language; the browser loads only the one it needs. A new slice adds its line in all four. */
export const texts = { ...web }

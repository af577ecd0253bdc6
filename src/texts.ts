import type { Locale } from './kernel/locale.ts'
import { texts as de } from './texts.de.ts'
import { texts as en } from './texts.en.ts'
import { texts as nl } from './texts.nl.ts'
import { texts as sv } from './texts.sv.ts'

/** The key of any text, of the web floor or of a slice. */
export type TextKey = keyof typeof en
export type Texts = Readonly<Record<TextKey, string>>

/** Every text in every language (D-11), for the server; the browser takes `texts.<locale>.ts` alone. */
export const catalogue: Readonly<Record<Locale, Texts>> = { en, nl, de, sv }

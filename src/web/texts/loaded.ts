import { isId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import type { Texts } from '#texts.ts'

export type Loaded = { locale: Locale; texts: Texts }

type Files = Record<Locale, () => Promise<{ texts: Texts }>>
const FIRST: Files = {
  en: () => import('#texts.first.en.ts'),
  nl: () => import('#texts.first.nl.ts'),
  de: () => import('#texts.first.de.ts'),
  sv: () => import('#texts.first.sv.ts'),
}
const ALL: Files = {
  en: () => import('#texts.en.ts'),
  nl: () => import('#texts.nl.ts'),
  de: () => import('#texts.de.ts'),
  sv: () => import('#texts.sv.ts'),
}

let wanted: { locale: Locale; files: Files } = { locale: 'en', files: FIRST }
let coming: Promise<void> = Promise.resolve()
let loaded: Loaded | null = null
const hearers = new Set<() => void>()

/** Whether a page needs no more than the first texts: a board, whatever it opens comes with all of them. */
export function needsFirstTexts(path: string): boolean {
  const [, area, id = '', ...below] = path.split('/')
  return area === 'workflow' && isId(id) && below.length === 0
}

/** Begins to speak a language, at first with what a board says only. */
export function speak(locale: Locale): Promise<void> {
  return wanted.locale === locale && loaded ? coming : load({ ...wanted, locale })
}

/** All texts of the language: whatever is no board waits for them before it is shown. */
export function allTexts(locale: Locale = wanted.locale): Promise<void> {
  return wanted.files === ALL && wanted.locale === locale ? coming : load({ locale, files: ALL })
}

/** For `useSyncExternalStore`. */
export const loadedTexts = () => loaded
export function hearTexts(hear: () => void): () => void {
  hearers.add(hear)
  return () => hearers.delete(hear)
}

function load(now: typeof wanted): Promise<void> {
  const before = wanted
  wanted = now
  coming = now.files[now.locale]().then(
    ({ texts }) => {
      if (wanted !== now) return // something else was asked for meanwhile, and is coming
      loaded = { locale: now.locale, texts }
      for (const hear of hearers) hear()
    },
    (error: unknown) => {
      if (wanted === now) wanted = before // to be tried again
      throw error
    },
  )
  return coming
}

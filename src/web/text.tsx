import {
  createContext,
  createElement,
  Fragment,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { isLocale, type Locale } from '#kernel/locale.ts'
import { type Speak, speaker, type TextValues } from '#kernel/text.ts'
import type { TextKey } from '#texts.ts'
import { type Format, formatIn, regionOf } from './format.ts'
import { hearTexts, type Loaded, loadedTexts, speak } from './texts/loaded.ts'

export type { TextKey } from '#texts.ts'

/** Who reads: language, and the firm's time zone. Choosing a language loads it and remembers it on this device. */
export type Reader = {
  locale: Locale
  zone: string
  setLocale(locale: Locale): void
  /** the language that a mail or a contact's card says: taken unless one was chosen on this device, not remembered */
  suggestLocale(locale: Locale): void
  setZone(zone: string): void
}

type Spoken = { reader: Reader; say: Speak<TextKey>; knows(key: string): key is TextKey; format: Format }

/**
 * Gives everything below it a language. `start` is loaded before the first render, so nothing flashes; later languages
 * are fetched when chosen, and the rest of one when something else than a board is opened (`allTexts`). Dates are in
 * the browser's zone until the session says the firm's.
 */
export function TextProvider({ start, children }: { start: Loaded; children: ReactNode }) {
  const now = () => loadedTexts() ?? start
  const { locale, texts } = useSyncExternalStore(hearTexts, now, now)
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  const spoken = useMemo((): Spoken => {
    const region = regionOf(locale, navigator.languages)
    const setLocale = async (chosen: Locale) => {
      localStorage.setItem(REMEMBERED, chosen)
      await speak(chosen)
    }
    const suggestLocale = async (suggested: Locale) => {
      if (!isLocale(localStorage.getItem(REMEMBERED))) await speak(suggested)
    }
    return {
      reader: { locale, zone, setLocale, suggestLocale, setZone },
      say: speaker(locale, texts, region),
      knows: (key): key is TextKey => Object.hasOwn(texts, key),
      format: formatIn(region, zone),
    }
  }, [locale, texts, zone])
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  return <SpokenContext value={spoken}>{children}</SpokenContext>
}

/** `t(key, values?)` in the reader's language. */
export function useText(): Speak<TextKey> {
  return useSpoken().say
}

/** Dates, money and numbers as the reader writes them, in the firm's zone. */
export function useFormat(): Format {
  return useSpoken().format
}

export function useReader(): Reader {
  return useSpoken().reader
}

/** For keys made of codes that the server sends: the text, or that of `otherwise` where the code is newer than we. */
export function useTextOr(): (key: string, otherwise: TextKey, values?: TextValues) => string {
  const { say, knows } = useSpoken()
  return (key, otherwise, values) => say(knows(key) ? key : otherwise, values)
}

/**
 * A text with marked parts: `<b>…</b>` in the message becomes `tags.b`. Values may be elements; they are put in after
 * the marks are read, so that nothing a person typed is taken for a mark.
 */
export function Rich({ id, values = {}, tags = {} }: RichProps) {
  const say = useText()
  const plain = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : `\ue000${name}\ue001`,
  ])
  return render(say(id, Object.fromEntries(plain)), values, { ...TAGS, ...tags })
}

export type RichProps = {
  id: TextKey
  values?: Record<string, ReactNode>
  tags?: Record<string, (inside: ReactNode) => ReactNode>
}

/** The language to begin with: chosen before on this device, else the browser's, else English. */
export function firstLocale(): Locale {
  const remembered = localStorage.getItem(REMEMBERED)
  if (isLocale(remembered)) return remembered
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale) ?? 'en'
}

const REMEMBERED = 'throughline.locale'
const TAGS: NonNullable<RichProps['tags']> = { b: (inside) => <b>{inside}</b> }
const PARTS = /<(\w+)>(.*?)<\/\1>|\ue000(\w+)\ue001/gs

const SpokenContext = createContext<Spoken | null>(null)

function useSpoken(): Spoken {
  const spoken = use(SpokenContext)
  if (!spoken) throw new Error('TextProvider is missing above this component')
  return spoken
}

function render(text: string, values: RichProps['values'] & {}, tags: NonNullable<RichProps['tags']>): ReactNode {
  const parts: ReactNode[] = []
  let from = 0
  for (const match of text.matchAll(PARTS)) {
    const [whole, tag, inside, value] = match
    parts.push(text.slice(from, match.index))
    parts.push(tag ? (tags[tag]?.(render(inside ?? '', values, tags)) ?? inside) : values[value ?? ''])
    from = match.index + whole.length
  }
  parts.push(text.slice(from))
  return createElement(Fragment, null, ...parts)
}

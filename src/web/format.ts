export type DateStyle = 'short' | 'long' | 'weekday'

export type Format = {
  /** A calendar date ('2026-04-15'): "Apr 15", "15 April 2026" or "Friday 20 March"; another year is always said. */
  date(on: string, style?: DateStyle): string
  /** The month of a calendar date: "April 2026". */
  month(on: string): string
  /** The day of the week of a calendar date, short: "Mon". */
  weekday(on: string): string
  /** An instant (ISO) in the firm's zone: "Apr 2, 14:20". */
  instant(at: string): string
  /** The time of day of an instant in the firm's zone: "14:20". */
  time(at: string): string
  /** "3 days ago", "in 2 hours", "now". */
  ago(at: string, now?: Date): string
  /** Which calendar date it is for the firm. */
  today(now?: Date): string
  number(value: number): string
  /** Integer cents and an ISO currency. */
  money(cents: number, currency: string): string
  bytes(size: number): string
  list(items: string[]): string
}

/** Dates and numbers as the reader writes them, in the firm's time zone (D-11). */
export function formatIn(locale: string, zone: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) => known(locale, options, Intl.DateTimeFormat)
  const numbers = (options: Intl.NumberFormatOptions) => known(locale, options, Intl.NumberFormat)
  const days = known('sv', { timeZone: zone }, Intl.DateTimeFormat)
  const today = (now = new Date()) => days.format(now)
  const yearOf = (date: string): 'numeric' | undefined =>
    date.slice(0, 4) === today().slice(0, 4) ? undefined : 'numeric'
  return {
    date(on, style = 'short') {
      const year = style === 'long' ? 'numeric' : yearOf(on)
      const weekday = style === 'weekday' ? 'long' : undefined
      const month = style === 'short' ? 'short' : 'long'
      return dates({ day: 'numeric', month, year, weekday, timeZone: 'UTC' }).format(Date.parse(on))
    },
    month: (on) => dates({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(on)),
    weekday: (on) => dates({ weekday: 'short', timeZone: 'UTC' }).format(Date.parse(on)),
    instant(at) {
      const year = yearOf(today(new Date(at)))
      const options = { day: 'numeric', month: 'short', year, hour: '2-digit', minute: '2-digit' } as const
      return dates({ ...options, timeZone: zone }).format(Date.parse(at))
    },
    time: (at) => dates({ hour: '2-digit', minute: '2-digit', timeZone: zone }).format(Date.parse(at)),
    ago: (at, now = new Date()) => agoIn(locale, (Date.parse(at) - now.getTime()) / 1000),
    today,
    number: (value) => numbers({}).format(value),
    money: (cents, currency) => numbers({ style: 'currency', currency }).format(cents / 100),
    bytes(size) {
      const rank = size < 1000 ? 0 : size < 1_000_000 ? 1 : 2
      const unit = (['byte', 'kilobyte', 'megabyte'] as const)[rank]
      const digits = rank === 2 ? 1 : 0
      return numbers({ style: 'unit', unit, maximumFractionDigits: digits }).format(size / 1000 ** rank)
    },
    list: (items) => known(locale, { type: 'conjunction' }, Intl.ListFormat).format(items),
  }
}

/** The reader's own region where it speaks the chosen language, so that en-GB sees "15 Apr" and en-US "Apr 15". */
export function regionOf(locale: string, preferred: readonly string[]): string {
  return preferred.find((tag) => tag === locale || tag.startsWith(`${locale}-`)) ?? locale
}

/** Whole days from one calendar date to another; negative when `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

function agoIn(locale: string, seconds: number): string {
  const relative = known(locale, { numeric: 'auto' }, Intl.RelativeTimeFormat)
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit)
  }
  return relative.format(0, 'second')
}

const made = new Map<string, unknown>()

/** Making a formatter costs far more than using it: one per locale and options. */
function known<Options, Formatter>(
  locale: string,
  options: Options,
  Maker: { new (locale: string, options: Options): Formatter; name?: string },
): Formatter {
  const key = `${Maker.name} ${locale} ${JSON.stringify(options)}`
  if (!made.has(key)) made.set(key, new Maker(locale, options))
  return made.get(key) as Formatter
}

/** The languages that ship, complete, for staff, portal and mails (D-11). `en` is the source. */
export const LOCALES = ['en', 'nl', 'de', 'sv'] as const
export type Locale = (typeof LOCALES)[number]

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale)
}

/** What a language's texts must hold so that nothing is missing: the same keys as the English source. */
export type SameKeys<Source> = { readonly [Key in keyof Source]: string }

import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '#kernel/locale.ts'
import { REFUSALS } from '#kernel/refusal.ts'
import { speaker } from '#kernel/text.ts'
import { catalogue, type TextKey } from './texts.ts'

const root = import.meta.dirname
const keys = Object.keys(catalogue.en) as TextKey[]

describe('every text exists in every language (D-11)', () => {
  test.each(LOCALES)('%s has all keys, none empty, and each can be said', (locale) => {
    expect(Object.keys(catalogue[locale]).sort()).toEqual([...keys].sort())
    for (const key of keys) {
      const names = placeholders(catalogue[locale][key])
      const values = Object.fromEntries(names.map((name) => [name, 2]))
      expect(speaker(locale, catalogue[locale])(key, values), key).not.toBe('')
    }
  })

  test.each(['nl', 'de', 'sv'] satisfies Locale[])('%s fills in the same values as the source', (locale) => {
    for (const key of keys) {
      expect(placeholders(catalogue[locale][key]), key).toEqual(placeholders(catalogue.en[key]))
    }
  })

  test.each(LOCALES)('%s: no key is defined twice, and each file of texts is in the catalogue', async (locale) => {
    const files = globSync(
      ['web/texts', 'features/*/texts'].map((folder) => `${folder}/${locale}.ts`),
      { cwd: root },
    )
    const found = await Promise.all(files.map((file) => import(resolve(root, file))))
    const all = found.flatMap((module: Record<Locale, object>) => Object.keys(module[locale]))
    expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
    expect([...all].sort()).toEqual([...keys].sort())
  })
})

test('every refusal has a title', () => {
  for (const code of Object.keys(REFUSALS)) expect(keys).toContain(`refusal.${code}`)
})

test('a text says its values, plurals and the absent hint', () => {
  const say = speaker('nl', catalogue.nl)
  expect(say('field.too_big_text', { maximum: 1 })).toBe('Hoogstens één teken')
  expect(say('field.too_big_text', { maximum: 12000 })).toBe('Hoogstens 12.000 tekens')
  expect(say('field.shortcode_unknown', { token: 'X', nearest: 'none' })).toBe('De code [X] bestaat niet')
})

/** The names of the values that a message takes, sorted. */
function placeholders(message: string): string[] {
  const names = new Set<string>()
  collect(compileMessage(message), names)
  return [...names].sort()
}

function collect(tokens: CompiledMessage, names: Set<string>): void {
  for (const token of tokens) {
    if (typeof token === 'string') continue
    const [name, , choices] = token
    names.add(name)
    if (typeof choices !== 'object' || choices === null) continue
    for (const branch of Object.values(choices)) if (Array.isArray(branch)) collect(branch as CompiledMessage, names)
  }
}

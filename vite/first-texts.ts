import type { Plugin } from 'vite'
import { isLocale } from '../src/kernel/locale.ts'
import { catalogue } from '../src/texts.ts'

const FIRST = /\/src\/texts\.first\.(\w+)\.ts$/

/** Cuts `texts.first.<locale>.ts` to the texts that this code can say: a board needs one in four. */
export function firstTexts(code: readonly string[]): Plugin {
  const keys = spoken(code.join('\n'))
  return {
    name: 'first-texts',
    load: {
      filter: { id: FIRST },
      handler(id) {
        const [, locale] = FIRST.exec(id) ?? []
        if (!isLocale(locale)) throw new Error(`${id} is of no language of ours`)
        const texts = Object.entries(catalogue[locale]).filter(([key]) => keys.has(key))
        return `export const texts = ${JSON.stringify(Object.fromEntries(texts))}`
      },
    },
  }
}

/** The keys that stand in the code, and all those that a template of the code (`reason.${code}`) may make. */
function spoken(code: string): Set<string> {
  const literals = new Set(Array.from(code.matchAll(/(["'`])([\w.]+)\1/g), ([, , literal]) => literal))
  const templates = [...code.matchAll(/`([\w.]*\$\{[^`]*)`/g)].map(([, template = '']) => patternOf(template))
  const known = Object.keys(catalogue.en)
  return new Set(known.filter((key) => literals.has(key) || templates.some((pattern) => pattern?.test(key))))
}

/** What a template may make, if it is one of keys: words and dots around what is filled in. */
function patternOf(template: string): RegExp | null {
  const parts = template.split(/\$\{[^}]*\}/)
  const isKey = parts.every((part) => /^[\w.]*$/.test(part)) && parts.some((part) => part.includes('.'))
  return isKey ? new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.]+')}$`) : null
}

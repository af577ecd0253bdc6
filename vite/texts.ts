import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'
import { isLocale } from '../src/kernel/locale.ts'
import { catalogue } from '../src/texts.ts'

const TEXTS = /\/src\/texts\.(first\.)?(\w\w)\.ts$/

/**
 * The texts of a language as browsers load them: compiled, so that no parser is needed there, and as
 * `texts.first.<locale>.ts` those that this code can say: a board needs one in four.
 */
export function texts(boardCode: readonly string[]): Plugin {
  const first = spoken(boardCode.join('\n'))
  return {
    name: 'texts',
    load: {
      filter: { id: TEXTS },
      handler(id) {
        const [, cut, locale] = TEXTS.exec(id) ?? []
        if (!isLocale(locale)) throw new Error(`${id} is of no language of ours`)
        const meant = Object.entries(catalogue[locale]).filter(([key]) => !cut || first.has(key))
        return `export const texts = ${JSON.stringify(Object.fromEntries(meant.map(compiled)))}`
      },
    },
  }
}

/** Most messages are plain text and stay so. */
export function compiled([key, message]: [string, string]): [string, unknown] {
  const parts = compileMessage(message)
  return [key, parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts]
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

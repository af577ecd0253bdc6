import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

const FACE = 'src/web/theme/inter.css'
const CUT = '.build/inter.woff2'
const WHOLE = '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'

/** What our pages set: weights from regular to bold, pairs of letters kept together, digits of one width. */
const AXES = { wght: { min: 400, max: 700 } }
const FEATURES = ['kern', 'tnum', 'ccmp', 'locl', 'mark']

/**
 * Cuts Inter to the letters that inter.css claims for it, a third of the file. Whatever else a name is written with
 * comes in the whole files of the package, when it is met.
 */
export const inter: Plugin = {
  name: 'inter',
  async config() {
    const whole = readFileSync(createRequire(import.meta.url).resolve(WHOLE))
    const options = { targetFormat: 'woff2', variationAxes: AXES, keepFeatures: FEATURES, noHinting: true } as const
    mkdirSync('.build', { recursive: true })
    writeFileSync(CUT, await subsetFont(whole, lettersOf(readFileSync(FACE, 'utf8')), options))
  },
}

/** The letters of `unicode-range: U+20-7E, U+A0;`. */
function lettersOf(css: string): string {
  const [, ranges = ''] = /unicode-range:([^;]+);/.exec(css) ?? []
  const letters = [...ranges.matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)].flatMap(([, from = '', to = from]) => {
    const first = Number.parseInt(from, 16)
    return Array.from({ length: Number.parseInt(to, 16) - first + 1 }, (_, at) => first + at)
  })
  return String.fromCodePoint(...letters)
}

import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { catalogue, type TextKey } from '../../src/texts.ts'

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** What axe finds against WCAG 2.0 to 2.2, A and AA, on the screen as it is: "rule: element", empty when all is well. */
export async function axe(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: TAGS },
    resultTypes: ['violations'],
    preload: false,
  })
  return page.evaluate(`axe.run(document, ${options}).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 200) + ' ' +
      node.any.concat(node.all).map((it) => it.message).join('; '))))`)
}

/**
 * What can be scrolled sideways that should not: the page, and whatever scrolls it up and down. Boards and rows of
 * chips, which scroll sideways only, may. Empty when nothing does.
 */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const scrolls = (value) => value === 'auto' || value === 'scroll'
    const scrollers = [...document.querySelectorAll('*')].filter((it) => {
      if (it === document.documentElement) return true
      const { overflowX, overflowY } = getComputedStyle(it)
      return scrolls(overflowX) && scrolls(overflowY) && it.clientHeight > 200
    })
    return scrollers
      .filter((it) => it.scrollWidth > it.clientWidth + 1)
      .map((it) => it.outerHTML.slice(0, 120) + ' ' + it.scrollWidth + ' > ' + it.clientWidth)
  })()`)
}

/** Keys of texts that are shown instead of their texts, and placeholders left open. */
export async function rawTexts(page: Page): Promise<string[]> {
  const shown = await page.locator('body').innerText()
  return shown.split(/\s+/).filter((word) => word in catalogue.en || looksRaw(word))
}

const AREAS = new Set((Object.keys(catalogue.en) as TextKey[]).map((key) => key.split('.')[0]))

function looksRaw(word: string): boolean {
  const [area, ...rest] = word.split('.')
  if (/\{\w+(,|\})/.test(word) || word === 'undefined' || word === 'NaN' || word === '[object') return true
  if (/\.(csv|pdf|txt)$/.test(word)) return false
  return AREAS.has(area) && rest.length > 0 && rest.every((part) => /^[a-z][a-z_]*$/.test(part))
}

import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../src/texts.ts'

const GUIDE = new URL('../docs/guide/', import.meta.url).pathname
const pages = globSync('*.md', { cwd: GUIDE }).filter((name) => name !== 'README.md')
const read = (name: string) => readFileSync(`${GUIDE}${name}`, 'utf8')
const english = new Set<string>(Object.values(catalogue.en))

describe.each(pages)('guide/%s', (name) => {
  const page = read(name)

  test('what is bold is said on the screens, word for word', () => {
    const bold = [...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words!.replaceAll(/\s+/g, ' '))
    expect(bold.filter((words) => !english.has(words))).toEqual([])
  })

  test('its links lead somewhere, and its pictures are small enough to be read over a slow line', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => `${GUIDE}${to}`)
    expect(links.filter((path) => !existsSync(path))).toEqual([])
    expect(links.filter((path) => path.endsWith('.png') && statSync(path).size > MOST_BYTES)).toEqual([])
  })

  test('it stands in the list of pages', () => {
    expect(read('README.md')).toContain(`(${name})`)
  })
})

const MOST_BYTES = 150_000

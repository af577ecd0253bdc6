import { describe, expect, it } from 'vitest'
import { addLink, enterInList, toggleList, toggleMark, type Written } from './edits.ts'

/** What is selected stands between bars; one bar is the caret. */
function written(shown: string): Written {
  const start = shown.indexOf('|')
  const end = shown.lastIndexOf('|')
  const text = shown.replaceAll('|', '')
  return { text, start, end: end === start ? start : end - 1 }
}

function shown(of: Written | null): string | null {
  if (!of) return null
  const { text, start, end } = of
  const caret = start === end ? '|' : `|${text.slice(start, end)}|`
  return text.slice(0, start) + caret + text.slice(end)
}

describe('formatting by button or key', () => {
  it.each([
    ['Ask |now| please', 'Ask **|now|** please'],
    ['Ask **|now|** please', 'Ask |now| please'],
    ['Ask | now |please', 'Ask  **|now|** please'],
    ['*|now|*', '***|now|***'],
    ['go |', 'go **|**'],
  ])('bold: %s', (before, after) => {
    expect(shown(toggleMark(written(before), '**'))).toBe(after)
  })

  it.each([
    ['Ask |now|', 'Ask *|now|*'],
    ['**|now|**', '***|now|***'],
    ['***|now|***', '**|now|**'],
  ])('italic: %s', (before, after) => {
    expect(shown(toggleMark(written(before), '*'))).toBe(after)
  })

  it.each<[string, 'bullets' | 'numbers', string]>([
    ['W-|2', 'bullets', '- W-2|'],
    ['- W-2|', 'bullets', 'W-2|'],
    ['for:\n|a\nb|\nend', 'numbers', 'for:\n|1. a\n2. b|\nend'],
    ['|- a\n- b|', 'numbers', '|1. a\n2. b|'],
  ])('a list: %s', (before, kind, after) => {
    expect(shown(toggleList(written(before), kind))).toBe(after)
  })

  it.each([
    ['see |the form|', 'see [the form](|https://|)'],
    ['see |https://irs.gov|', 'see [|](https://irs.gov)'],
    ['see |', 'see [|](https://)'],
  ])('a link: %s', (before, after) => {
    expect(shown(addLink(written(before)))).toBe(after)
  })

  it.each([
    ['- a|', '- a\n- |'],
    ['3. a| b', '3. a\n4. | b'],
    ['- a\n- |', '- a\n|'],
    ['words|', null],
  ])('Enter: %s', (before, after) => {
    expect(shown(enterInList(written(before)))).toBe(after)
  })
})

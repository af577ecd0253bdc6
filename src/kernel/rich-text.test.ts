import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blocksOf, type Inline, wordsOf } from './rich-text.ts'

const text = (words: string): Inline => ({ kind: 'text', text: words })
const inlines = (line: string) => (blocksOf(line)[0] as Extract<Block, { kind: 'paragraph' }>).lines[0]

describe('formatted text', () => {
  it.each<[string, Inline[]]>([
    ['**Ask** for it', [{ kind: 'strong', parts: [text('Ask')] }, text(' for it')]],
    ['*soon*, please', [{ kind: 'em', parts: [text('soon')] }, text(', please')]],
    [
      '**very *much* so**',
      [{ kind: 'strong', parts: [text('very '), { kind: 'em', parts: [text('much')] }, text(' so')] }],
    ],
    ['[the form](https://irs.gov/a)', [{ kind: 'link', href: 'https://irs.gov/a', label: 'the form' }]],
    [
      'See https://irs.gov/a?b=1.',
      [text('See '), { kind: 'link', href: 'https://irs.gov/a?b=1', label: 'https://irs.gov/a?b=1' }, text('.')],
    ],
    ['[mail](mailto:a@b.example)', [{ kind: 'link', href: 'mailto:a@b.example', label: 'mail' }]],
    ['2*3*4 and a * b * c', [text('2*3*4 and a * b * c')]],
    ['**unclosed', [text('**unclosed')]],
    ['[ACCOUNT_NAME] (new)', [text('[ACCOUNT_NAME] (new)')]],
    ['[x](javascript:alert(1))', [text('[x](javascript:alert(1))')]],
    ['<b onclick="x">no tags</b>', [text('<b onclick="x">no tags</b>')]],
  ])('JOB-5: %s', (typed, parts) => {
    expect(inlines(typed)).toEqual(parts)
  })

  it('JOB-5: lines that begin like a list are one, with the number that was typed; blank lines part paragraphs', () => {
    const blocks = blocksOf('Ask for:\n- W-2\n* 1099\n\n3. first\n4) second\n\none\ntwo\n\nthree')
    expect(blocks).toEqual([
      { kind: 'paragraph', lines: [[text('Ask for:')]] },
      { kind: 'bullets', items: [[text('W-2')], [text('1099')]] },
      { kind: 'numbers', items: [[text('first')], [text('second')]], first: 3 },
      { kind: 'paragraph', lines: [[text('one')], [text('two')]] },
      { kind: 'paragraph', lines: [[text('three')]] },
    ])
    expect(wordsOf('**Ask** for:\n- [W-2](https://irs.gov)')).toBe('Ask for: W-2')
  })

  it('whatever is typed, no word is lost, and every link leads to the web or to a mailbox', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '- ',
      '1. ',
      '\n',
      ' ',
      'a',
      'b*',
      '[',
      ']',
      '(',
      ')',
      'https://x.y',
      'javascript:',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const typed = pieces.join('')
        const letters = (words: string) => words.replaceAll(/[^ab]/g, '')
        expect(letters(shown(blocksOf(typed)))).toBe(letters(typed))
        expect(hrefs(blocksOf(typed)).every((href) => /^(https?:\/\/|mailto:)/.test(href))).toBe(true)
      }),
    )
  })
})

const all = (blocks: Block[]): Inline[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : block.items).flat())

function shown(blocks: Block[]): string {
  const say = (part: Inline): string => {
    if (part.kind === 'text') return part.text
    return part.kind === 'link'
      ? new Set([part.label, part.href]).values().toArray().join('')
      : part.parts.map(say).join('')
  }
  return all(blocks).map(say).join('')
}

function hrefs(blocks: Block[]): string[] {
  const of = (part: Inline): string[] => {
    if (part.kind === 'text') return []
    return part.kind === 'link' ? [part.href] : part.parts.flatMap(of)
  }
  return all(blocks).flatMap(of)
}

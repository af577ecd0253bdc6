import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { catalogue } from '#texts.ts'
import { Rich, TextProvider } from './text.tsx'

const shown = (element: React.ReactNode) =>
  renderToStaticMarkup(<TextProvider start={{ locale: 'en', texts: catalogue.en }}>{element}</TextProvider>)

describe('Rich puts values into a text', () => {
  test('a value may be an element', () => {
    expect(shown(<Rich id="palette.empty" values={{ query: <i>1040</i> }} />)).toBe('Nothing found for “<i>1040</i>”')
  })

  test('what a person typed is never taken for a mark', () => {
    const html = shown(<Rich id="palette.empty" values={{ query: '<b>bold</b>' }} />)
    expect(html).toBe('Nothing found for “&lt;b&gt;bold&lt;/b&gt;”')
  })

  test('numbers keep their plural', () => {
    expect(shown(<Rich id="table.rows" values={{ count: 1 }} />)).toBe('One row')
    expect(shown(<Rich id="table.rows" values={{ count: 1200 }} />)).toBe('1,200 rows')
  })
})

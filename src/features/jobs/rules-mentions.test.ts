import { describe, expect, it } from 'vitest'
import { mentionsIn, partsOf, storedFrom, typedFrom } from './rules-mentions.ts'

const ANN = { id: '01900000-0000-7000-8000-000000000001', name: 'Ann' }
const ANNA = { id: '01900000-0000-7000-8000-000000000002', name: 'Ann de Boer' }
const TEAM = [ANN, ANNA]

describe('texts with mentions', () => {
  it('JOB-5, JOB-14: what is typed by name is stored by id, and comes back as it was typed', () => {
    const stored = storedFrom('@Ann de Boer and @Ann, look', TEAM)
    expect(stored).toBe(`@{${ANNA.id}} and @{${ANN.id}}, look`)
    expect(mentionsIn(stored)).toEqual([ANNA.id, ANN.id])
    expect(typedFrom(stored, TEAM)).toBe('@Ann de Boer and @Ann, look')
  })

  it('JOB-5: a text is words and mentions', () => {
    expect(partsOf(`Look, @{${ANN.id}}, @{nobody}`)).toEqual([
      { kind: 'text', text: 'Look, ' },
      { kind: 'mention', memberId: ANN.id },
      { kind: 'text', text: ', @{nobody}' },
    ])
  })

  it('somebody who is no longer there stays what was stored', () => {
    expect(typedFrom(`@{${ANN.id}}`, [])).toBe(`@{${ANN.id}}`)
  })
})

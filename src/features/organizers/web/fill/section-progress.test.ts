import { expect, test } from 'vitest'
import type { OrganizerDefinition } from '../../model.ts'
import { progress, visibleSections } from '../../rules.ts'
import { sectionProgress } from './section-progress.ts'

const question = { required: true, condition: null }
const NO_FILES = new Map<string, readonly string[]>()

const definition: OrganizerDefinition = {
  sections: [
    {
      id: 'home',
      name: 'Home',
      condition: null,
      blocks: [{ type: 'yes_no', id: 'owns', label: 'Owner?', ...question }],
    },
    {
      id: 'mortgage',
      name: 'Mortgage',
      condition: { kind: 'answer', questionId: 'owns', operator: 'equals', value: true },
      blocks: [
        { type: 'text_block', id: 'note', text: 'Read this', condition: null },
        { type: 'text', id: 'bank', label: 'Bank', ...question },
        { type: 'text', id: 'remark', label: 'Remark', required: false, condition: null },
      ],
    },
  ],
}

test('ORG-39, ORG-46: a section counts its own questions, also where another section decides that it is shown', () => {
  const answers = new Map([['owns', true]])
  const parts = visibleSections(definition, answers, NO_FILES).map((each) => sectionProgress(each, answers, NO_FILES))
  expect(parts).toEqual([
    { answered: 1, total: 1, missing: 0 },
    { answered: 0, total: 2, missing: 1 },
  ])
})

test('ORG-57: the sections together count what the whole counts', () => {
  const answers = new Map<string, string | boolean>([
    ['owns', true],
    ['remark', 'none'],
  ])
  const parts = visibleSections(definition, answers, NO_FILES).map((each) => sectionProgress(each, answers, NO_FILES))
  const sum = { answered: parts[0]!.answered + parts[1]!.answered, total: parts[0]!.total + parts[1]!.total }
  expect(sum).toEqual(progress(definition, answers, NO_FILES))
})

import type { FieldProblem } from '#kernel/refusal.ts'
import { definitionProblems } from '../../model.ts'
import { nameProblems } from '../../rules.ts'
import type { TemplateDraft } from './draft-edits.ts'

/** What keeps a draft from being saved, by the same paths as the server says it (D-7, ORG-20, ORG-22). */
export function draftProblems(draft: TemplateDraft): FieldProblem[] {
  const { name, organizerName, definition } = draft
  return [
    ...(name.trim() === '' ? [missing('name')] : []),
    ...(organizerName.trim() === '' ? nameProblems('name', name) : nameProblems('organizerName', organizerName)),
    ...blanks(draft),
    ...definitionProblems(definition).map(({ path, code }) => ({ path: `definition.${path}`, code })),
  ]
}

/** Those at a path and below it. */
export function problemsAt(problems: readonly FieldProblem[], path: string): FieldProblem[] {
  return problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`))
}

/** The section and the block that a problem lies in, by their indexes. */
export function placeOfProblem({ path }: FieldProblem): { section: number; block: number | null } | null {
  const found = /^definition\.sections\.(\d+)(?:\.blocks\.(\d+))?/.exec(path)
  return found ? { section: Number(found[1]), block: found[2] === undefined ? null : Number(found[2]) } : null
}

/** Words that must not be left blank: names of sections, questions, options, texts. */
function blanks({ definition }: TemplateDraft): FieldProblem[] {
  return definition.sections.flatMap(({ name, blocks }, s) => {
    const path = `definition.sections.${s}`
    return [
      ...(name.trim() === '' ? [missing(`${path}.name`)] : []),
      ...blocks.flatMap((block, b) => {
        const [field, words] = block.type === 'text_block' ? ['text', block.text] : ['label', block.label]
        const options = 'options' in block ? block.options : []
        return [
          ...(words.trim() === '' ? [missing(`${path}.blocks.${b}.${field}`)] : []),
          ...options.flatMap(({ label }, o) =>
            label.trim() === '' ? [missing(`${path}.blocks.${b}.options.${o}.label`)] : [],
          ),
        ]
      }),
    ]
  })
}

function missing(path: string): FieldProblem {
  return { path, code: 'required' }
}

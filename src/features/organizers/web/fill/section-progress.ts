import type { Question, Section } from '../../model.ts'
import { type Answers, type AttachedFiles, isAnswered, type Progress } from '../../rules.ts'

/**
 * How far one section is, as it is shown: what is hidden has been taken out already, and is not judged again, because
 * its conditions look at other sections.
 */
export function sectionProgress(
  section: Section,
  answers: Answers,
  files: AttachedFiles,
): Progress & { missing: number } {
  const questions = questionsIn(section)
  const open = questions.filter((question) => !isAnswered(question, answers, files))
  return {
    answered: questions.length - open.length,
    total: questions.length,
    missing: open.filter(({ required }) => required).length,
  }
}

/** The blocks of a section that can be answered. */
export function questionsIn({ blocks }: Section): Question[] {
  return blocks.filter((block) => block.type !== 'text_block')
}

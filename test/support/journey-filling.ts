import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import {
  type AnswerValue,
  type OrganizerDefinition,
  type Question,
  questionsOf,
} from '../../src/features/organizers/model.ts'
import { visibleSections } from '../../src/features/organizers/rules.ts'
import type { Person } from './browser.ts'
import { choose, seen } from './journey-steps.ts'

/** What a client answers, by question; everything else that is asked and required gets the dullest answer there is. */
export type Plan = {
  definition: OrganizerDefinition
  answers: Record<string, AnswerValue>
  /** a required question that is forgotten at first */
  forgotten: string
  /** a yes/no question, and the text that it asks for when the answer is yes */
  brings: [string, string]
}

/**
 * Opens the questions, sees that an answer brings up another question, answers everything but one, is told what is
 * missing, goes there, and sends.
 */
export async function fillInAndSend(person: Person, plan: Plan, firm: string): Promise<void> {
  const { page, t } = person
  const [asked, brought] = plan.brings.map((id) => questionIn(plan, id)) as [Question, Question]
  await seen(page.getByRole('group', { name: asked.label }))
  expect(await page.getByRole('textbox', { name: brought.label }).count()).toBe(0)
  await answer(person, asked, true)
  await seen(page.getByText(t('fill.because', { question: asked.label, answer: t('fill.yes') })))
  await fillIn(person, plan)
  await seen(page.getByRole('heading', { name: t('fill.missing', { count: 1 }) }))
  await page.reload()
  const forgotten = questionIn(plan, plan.forgotten)
  await page
    .getByRole('region', { name: t('fill.missing', { count: 1 }) })
    .getByRole('link')
    .click()
  await answer(person, forgotten, dullest(forgotten))
  const review = page.getByRole('heading', { level: 1, name: t('fill.review') })
  while (!(await review.isVisible())) await onward(person)
  await page.getByRole('button', { name: t('fill.send', { firm }) }).click()
  await seen(page.getByRole('heading', { name: t('fill.sent', { firm }) }))
}

/** Walks through the sections as they appear, answering, up to the page where one checks and sends. */
async function fillIn(person: Person, plan: Plan): Promise<void> {
  const given = new Map<string, AnswerValue>()
  const files = new Map<string, readonly string[]>()
  const done = new Set<string>()
  for (let at = 0; ; at++) {
    const section = visibleSections(plan.definition, given, files)[at]
    if (!section) return
    await seen(person.page.getByRole('heading', { level: 1, name: section.name }))
    for (;;) {
      const blocks = visibleSections(plan.definition, given, files)[at]!.blocks
      const next = blocks.find((block): block is Question => block.type !== 'text_block' && !done.has(block.id))
      if (!next) break
      done.add(next.id)
      const isWanted = next.required || next.id in plan.answers
      if (next.id === plan.forgotten || !isWanted) continue
      const value = plan.answers[next.id] ?? dullest(next)
      await answer(person, next, value)
      if (next.type === 'file_upload') files.set(next.id, ['one'])
      else given.set(next.id, value)
    }
    await onward(person)
  }
}

/** Answers one question and sees that it is taken. */
async function answer(person: Person, question: Question, value: AnswerValue): Promise<void> {
  const { page, t } = person
  const group = page.getByRole('group', { name: question.label })
  switch (question.type) {
    case 'text':
    case 'number':
      await page.getByRole('textbox', { name: question.label }).fill(String(value))
      await page.getByRole('textbox', { name: question.label }).blur()
      break
    case 'date':
      await typeDate(person, group, String(value))
      break
    case 'yes_no':
      await group.getByRole('radio', { name: value ? t('fill.yes') : t('fill.no'), exact: true }).check({ force: true })
      break
    case 'single_choice':
      await group.getByRole('radio', { name: labelOf(question, String(value)), exact: true }).check({ force: true })
      break
    case 'multiple_choice':
      for (const id of value as string[])
        await group.getByRole('checkbox', { name: labelOf(question, id) }).check({ force: true })
      break
    case 'file_upload':
      await upload(person, group, question)
  }
  await seen(group.or(page.getByRole('textbox', { name: question.label })).first())
}

/** To the next section, or to the page where one checks and sends. */
async function onward({ page, t }: Person): Promise<void> {
  const names = [t('fill.next'), t('fill.finish')].join('|')
  const heading = page.getByRole('heading', { level: 1 })
  const before = await heading.innerText()
  await page.getByRole('link', { name: new RegExp(`^(${names})`) }).click()
  await expect.poll(() => heading.innerText()).not.toBe(before)
}

async function typeDate({ t }: Person, group: Locator, value: string): Promise<void> {
  const [year = '', month = '', day = ''] = value.split('-')
  await group.getByLabel(t('fill.day')).fill(String(Number(day)))
  await group.getByLabel(t('fill.month')).fill(String(Number(month)))
  await group.getByLabel(t('fill.year')).fill(year)
  await group.getByLabel(t('fill.year')).blur()
}

async function upload(person: Person, group: Locator, question: Question): Promise<void> {
  const { t } = person
  const button = group.getByRole('button', { name: `${t('fill.add_files')}: ${question.label}` })
  const chooser = await choose(person, button)
  await chooser.setFiles({ name: `${question.id}.txt`, mimeType: 'text/plain', buffer: Buffer.from('a paper') })
  await seen(group.getByText(t('fill.received')))
}

function dullest(question: Question): AnswerValue {
  switch (question.type) {
    case 'text':
      return 'Nothing to tell'
    case 'number':
      return '1234'
    case 'date':
      return '2019-03-27'
    case 'yes_no':
      return false
    case 'single_choice':
      return question.options.at(-1)!.id
    case 'multiple_choice':
      return [question.options.at(-1)!.id]
    case 'file_upload':
      return ''
  }
}

function labelOf(question: Question, optionId: string): string {
  return 'options' in question ? question.options.find(({ id }) => id === optionId)!.label : optionId
}

function questionIn({ definition }: Plan, id: string): Question {
  return questionsOf(definition).find((question) => question.id === id)!
}

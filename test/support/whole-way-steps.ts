import type { Locator } from 'playwright-core'
import type { Person } from './browser.ts'
import type { Hands } from './hands.ts'
import { inNav, seen } from './journey-steps.ts'

/** At the screen, with these hands. */
export type AtWork = Person & { hands: Hands }

/** From the empty workflow to the first stage of a pipeline. */
export async function beginPipeline(me: AtWork, name: string, firstStage: string): Promise<void> {
  const { page, t, hands } = me
  await hands.press(inNav(me, 'nav.workflow'))
  await hands.press(page.getByRole('button', { name: t('pipelines.new') }))
  await hands.write(page.getByRole('textbox', { name: t('pipelines.name') }), name)
  await hands.press(page.getByRole('button', { name: t('pipelines.make') }))
  await hands.press(page.getByRole('button', { name: t('pipelines.add_first_stage') }))
  await nameStage(me, firstStage)
}

export async function addStage(me: AtWork, name: string): Promise<void> {
  await me.hands.press(me.page.getByRole('button', { name: me.t('pipelines.add_stage'), exact: true }))
  await nameStage(me, name)
}

/** Sends clients an organizer that is made in place, with one question. */
export async function sendOrganizer(me: AtWork, stage: string, name: string, question: string): Promise<void> {
  const { page, t, hands } = me
  await addAutomation(me, stage, t('pipelines.kind_create_organizer'))
  await hands.press(page.getByRole('button', { name: t('pipelines.new_organizer') }))
  const dialog = page.getByRole('dialog', { name: t('pipelines.new_organizer') })
  await hands.write(dialog.getByRole('textbox', { name: t('pipelines.template_name'), exact: true }), name)
  await hands.write(dialog.getByRole('textbox', { name: t('pipelines.client_name') }), name)
  await hands.write(dialog.getByRole('textbox', { name: t('pipelines.questions') }), question)
  await hands.press(dialog.getByRole('button', { name: t('pipelines.make_template') }))
  await seen(lane(me, stage).getByText(name))
}

/** Creates a task whose template is made in place. */
export async function createTask(me: AtWork, stage: string, name: string): Promise<void> {
  const { page, t, hands } = me
  await addAutomation(me, stage, t('pipelines.kind_create_task'))
  await hands.press(page.getByRole('button', { name: t('pipelines.new_task') }))
  const dialog = page.getByRole('dialog', { name: t('pipelines.new_task') })
  await hands.write(dialog.getByRole('textbox', { name: t('pipelines.template_name'), exact: true }), name)
  await hands.write(dialog.getByRole('textbox', { name: t('pipelines.task_title'), exact: true }), name)
  await hands.press(dialog.getByRole('button', { name: t('pipelines.make_template') }))
  await seen(lane(me, stage).getByText(name))
}

/** What is being edited, a stage or an automation, only for clients with this tag. */
export async function onlyFor(me: AtWork, what: 'stage' | 'automation', tag: string): Promise<void> {
  const { page, t, hands } = me
  await hands.toggle(page.getByRole('switch', { name: t(`pipelines.${what}_condition`) }))
  await hands.pick(page.getByRole('combobox', { name: t('pipelines.all_these_tags') }), tag)
  await page.keyboard.press('Escape')
}

export async function addAutomation({ page, t, hands }: AtWork, stage: string, kind: string): Promise<void> {
  await hands.press(page.getByRole('button', { name: t('pipelines.add_automation_to', { stage }) }))
  await hands.take(kind)
}

export async function openPublish({ page, t, hands }: AtWork): Promise<void> {
  await hands.press(page.getByRole('button', { name: t('pipelines.publish'), exact: true }).first())
}

/** The button that publishes, as it says how many jobs it moves. */
export function publishing({ page, t }: AtWork, count: number): Locator {
  const panel = page.getByRole('dialog', { name: t('pipelines.publish') })
  return panel.getByRole('button', { name: t('pipelines.publish_moving', { count }), exact: true })
}

/** On the empty board: a job for every client there is. */
export async function addFifty({ page, t, hands }: AtWork): Promise<void> {
  await hands.press(page.getByRole('button', { name: t('board.add') }).first())
  await hands.press(page.getByRole('button', { name: t('add.all', { count: 50 }) }))
  await hands.press(page.getByRole('button', { name: t('add.button', { count: 50 }), exact: true }))
  await seen(page.getByText(t('bulk.finished', { kind: 'add_jobs', succeeded: 50, failed: 0 })).first())
}

/** What the portal says of the one job this client has. */
export function told({ page, t }: Person, status: string): Locator {
  return page.getByRole('region', { name: t('portal.work') }).getByText(status, { exact: true })
}

export function lane({ page }: AtWork, stage: string): Locator {
  return page.getByRole('region', { name: stage, exact: true })
}

async function nameStage(me: AtWork, name: string): Promise<void> {
  await me.hands.write(me.page.getByRole('textbox', { name: me.t('pipelines.stage_name') }), name)
  await seen(lane(me, name))
}

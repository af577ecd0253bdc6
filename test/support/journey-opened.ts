import type { Person } from './browser.ts'

/** Opens what a key opens. */
export function pressed(key: string) {
  return async ({ page }: Person) => {
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
  }
}

export async function addJobs({ page, t }: Person): Promise<void> {
  await page
    .getByRole('button', { name: t('board.add') })
    .first()
    .click()
  await page.getByRole('dialog', { name: t('add.title') }).waitFor()
}

export async function moveMenu({ page }: Person): Promise<void> {
  await page.locator('[data-card-link]').first().focus()
  await page.keyboard.press('m')
  await page.getByRole('menuitem').first().waitFor()
}

export async function editJob({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: t('job.edit'), exact: true }).click()
  await page.getByLabel(t('job.client_shown')).click()
}

/** The session ends before a form is sent; it is there again for whatever is looked at next. */
export async function signedOut({ page, context, t }: Person): Promise<void> {
  await page
    .getByRole('button', { name: t('tags.add') })
    .first()
    .click()
  const form = page.getByRole('dialog', { name: t('tags.add') })
  await form.getByLabel(t('tags.name')).fill('Extended')
  const cookies = await context.cookies()
  await context.clearCookies()
  await form.getByRole('button', { name: t('tags.add') }).click()
  await page.getByRole('dialog', { name: t('signin.ended_title') }).waitFor()
  await context.addCookies(cookies)
}

/** What was typed is asked about before it is lost. */
export async function leaveEdit(person: Person): Promise<void> {
  await editJob(person)
  await person.page.keyboard.press('Escape')
  await person.page.getByRole('button', { name: person.t('ui.stay') }).waitFor()
}

export async function jobTags({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: t('job.change_tags') }).click()
  await page.getByLabel(t('job.tags'), { exact: true }).first().waitFor()
}

export async function movePanel(person: Person): Promise<void> {
  await moveMenu(person)
  await person.page.getByRole('menuitem').nth(1).click()
  await person.page.getByRole('dialog').waitFor()
}

export async function openFilters({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: t('filter.jobs.add'), exact: true }).click()
  await page.getByRole('combobox', { name: t('filter.jobs.accountId'), exact: true }).waitFor()
}

/** Saves what is narrowed, then opens the menu, which is empty where nothing is. */
export async function savedFilters({ page, t, settle }: Person): Promise<void> {
  const open = () => page.getByRole('button', { name: t('saved_filters.open') }).click()
  await open()
  const save = page.getByRole('menuitem', { name: t('saved_filters.save') })
  if (await save.isDisabled()) return
  await save.click()
  await page.getByLabel(t('saved_filters.name')).fill(`Saved ${crypto.randomUUID().slice(0, 8)}`)
  await page.getByRole('button', { name: t('saved_filters.confirm'), exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await settle()
  await open()
}

export async function editMany({ page, t }: Person): Promise<void> {
  await page.getByRole('checkbox').nth(1).click()
  await page.keyboard.press('e')
  await page.getByRole('dialog').getByLabel(t('edit_jobs.no_due')).click()
}

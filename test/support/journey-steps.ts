import type { FileChooser, Locator } from 'playwright-core'
import type { Locale } from '#kernel/locale.ts'
import type { TextKey } from '../../src/texts.ts'
import type { Person } from './browser.ts'
import { freshAddress, PASSWORD } from './newcomers.ts'

/** What the screens are asked to do by people, in the words of their language. Each step ends when its result is seen. */
export async function signUp(person: Person, firmName: string): Promise<void> {
  const { page, t } = person
  await page.goto('/sign-up')
  await page.getByLabel(t('signup.firm_name')).fill(firmName)
  await page.getByLabel(t('signup.your_name')).fill('Mara Lindqvist')
  await page.getByLabel(t('login.email')).fill(freshAddress())
  await page.getByLabel(t('login.password'), { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: t('signup.go') }).click()
  await seen(inNav(person, 'nav.clients'))
}

/** From the empty list of clients to the report of the import. */
export async function importClients(
  person: Person,
  csv: { text: string; good: number; unknown: string },
): Promise<void> {
  const { page, t } = person
  await inNav(person, 'nav.clients').click()
  await page.getByRole('link', { name: t('clients.none_import') }).click()
  const chooser = await choose(person, page.getByRole('button', { name: t('imports.choose') }))
  await chooser.setFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(csv.text) })
  await pick(
    person,
    page.getByRole('combobox', { name: t('imports.becomes_of', { column: csv.unknown }) }),
    t('imports.field.contact.email'),
  )
  await page.getByLabel(t('imports.login')).check({ force: true })
  await page.getByRole('button', { name: t('imports.check') }).click()
  await seen(page.getByRole('heading', { name: t('imports.would') }))
  await page.getByRole('button', { name: t('imports.start_good', { count: csv.good }) }).click()
  await seen(page.getByRole('heading', { name: t('imports.did') }))
}

export async function installPack({ page, t }: Person, pack: { name: string; pipeline: { name: string } }) {
  await page.goto('/templates/library')
  await page.getByRole('link', { name: pack.name }).click()
  await page.getByRole('button', { name: t('library.install') }).click()
  await seen(page.getByRole('heading', { level: 1, name: pack.pipeline.name }))
}

/** Whoever does the tasks of a template from now on. */
export async function assignTemplate(person: Person, templateName: string, memberName: string): Promise<void> {
  const { page, t } = person
  await page.goto('/templates/tasks')
  await page.getByRole('link', { name: templateName, exact: true }).click()
  await pick(person, page.getByRole('combobox', { name: t('tasks.assignees') }), memberName)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: t('ui.save'), exact: true }).click()
  await seen(page.getByText(t('tasks.template_saved')))
}

/** On the board: a job for every client there is. */
export async function addJobsForAll({ page, t }: Person, count: number): Promise<void> {
  await page
    .getByRole('button', { name: t('board.add') })
    .first()
    .click()
  await page.getByRole('button', { name: t('add.all', { count }) }).click()
  await page.getByRole('button', { name: t('add.button', { count }), exact: true }).click()
  await seen(page.getByText(t('bulk.finished', { kind: 'add_jobs', succeeded: count, failed: 0 })).first())
}

/** A destination of the sidebar. */
export function inNav({ page, t }: Person, key: TextKey): Locator {
  return page.getByRole('navigation', { name: t('shell.main') }).getByRole('link', { name: t(key) })
}

/** The column of a stage on the board. */
export function column({ page }: Person, stage: string): Locator {
  return page.getByRole('region', { name: stage })
}

/** A client's card in a stage. */
export function card(person: Person, stage: string, client: string): Locator {
  return column(person, stage).getByRole('link', { name: client, exact: true })
}

/** Leaves on the board only the jobs that hold these words. */
export async function findOnBoard({ page, t }: Person, words: string): Promise<void> {
  await page.getByRole('searchbox', { name: t('board.search') }).fill(words)
}

/** Opens the newest captured mail of this subject and gives whom it is about and where its button leads. */
export async function newestMail(person: Person, subject: string, button: string) {
  const { page, t } = person
  await page.goto('/settings/mail')
  await page.getByRole('button', { name: t('emails.state.captured') }).click()
  const captured = page.getByRole('row').filter({ hasText: t('emails.state.captured') })
  await captured.filter({ hasText: subject }).first().getByRole('link').click()
  const drawer = page.getByRole('dialog')
  await seen(drawer.getByText(t('emails.message_id')))
  const about = drawer.getByRole('link')
  const client = (await about.count()) > 0 ? await about.first().innerText() : ''
  const link = await page.frameLocator('iframe').getByRole('link', { name: button }).first().getAttribute('href')
  await page.keyboard.press('Escape')
  return { client, link: link! }
}

/** A client asks for a link by mail, opens it and is in the portal; the firm reads its captured mails for him. */
export async function enterPortal(client: Person, firm: Person, firmName: string, email: string): Promise<void> {
  const { page, t } = client
  await firm.page.goto('/settings/firm')
  await client.page.goto(await firm.page.getByText(/\/portal\/[\w-]+\/sign-in$/).innerText())
  await page.getByLabel(t('portalin.email')).fill(email)
  await page.getByRole('button', { name: t('portalin.mail_me') }).click()
  await seen(page.getByRole('heading', { name: t('portalin.look_in_mail') }))
  const subject = t('mail.sign_in_link.subject', { firmName })
  const { link } = await newestMail(firm, subject, t('mail.sign_in_link.button'))
  await page.goto(link)
  await page.getByRole('button', { name: t('signin.go') }).click()
}

/** Completes the one open task of this client, in the list of one's own tasks. */
export async function finishTask(person: Person, client: string): Promise<void> {
  const { page, t } = person
  await inNav(person, 'nav.tasks').click()
  const row = page.getByRole('row').filter({ hasText: client })
  await row.getByRole('button', { name: t('tasks.status_planned') }).click()
  await page.getByRole('menuitem', { name: t('tasks.status_completed') }).click()
  await row.waitFor({ state: 'detached' })
}

/** Chooses an option of a field that opens a list. */
export async function pick({ page }: Pick<Person, 'page'>, field: Locator, option: string): Promise<void> {
  await field.click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Ticks every row of a table, once there are rows. */
export function tickAll({ page, t }: Person): Promise<void> {
  return page.getByRole('checkbox', { name: t('table.select_all'), disabled: false }).check({ force: true })
}

export async function choose({ page }: Pick<Person, 'page'>, button: Locator): Promise<FileChooser> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
  return chooser
}

/** Keeps what is asked of this address from being answered, as a slow line does, until the answer is let go. */
export async function hold({ context }: Pick<Person, 'context'>, address: string): Promise<() => void> {
  const held = Promise.withResolvers<void>()
  await context.route(address, async (route) => {
    await held.promise
    await route.continue()
  })
  return held.resolve
}

/** Waits until it is seen. */
export function seen(what: Locator): Promise<void> {
  return what.waitFor({ state: 'visible' })
}

const NAMES: Record<'en' | 'nl', { first: string; last: string; headings: string }> = {
  en: {
    first: 'Ada Ben Cora Dan Ella Finn Grace Hugo Iris Jack Kate Liam Maya Noah Olive Paul Quinn Rosa Sam Tess',
    last: 'Abbott Baker Carter Dixon Ellis Foster Grant Hayes Irwin Jensen Keller Lopez Morgan Nolan Ortiz Parker Quist Reyes Stone Turner Underwood Vance Walsh Xu Young',
    headings: 'Client,First name,Last name,Where to write,Client number',
  },
  nl: {
    first:
      'Anna Bram Coen Daan Eva Femke Gijs Hanna Ivo Joost Karin Lieke Maud Niels Otto Pien Quint Ruben Sanne Thijs',
    last: 'Aalders Bakker Claassen Dekker Evers Faber Groot Hendriks IJzerman Jansen Kuiper Linden Mulder Nijs Oosterhuis Postma Quak Ruiter Smit Terpstra Uiterwijk Visser Wolters Ypma Zijlstra',
    headings: 'Klant;Voornaam;Achternaam;Waar te schrijven;Klantnummer',
  },
}

export type Clients = { text: string; good: number; unknown: string; names: string[]; emailOf(client: string): string }

/** 500 rows of clients, four of which cannot be imported; one column has a heading that no program knows. */
export function clientsFile(locale: Extract<Locale, 'en' | 'nl'>): Clients {
  const { first, last, headings } = NAMES[locale]
  const comma = headings.includes(';') ? ';' : ','
  const people = last.split(' ').flatMap((family) => first.split(' ').map((given) => ({ given, family })))
  const emails = new Map(people.map(({ given, family }) => [`${given} ${family}`, address(given, family)]))
  const rows = people
    .slice(0, 496)
    .map(({ given, family }, at) => [`${given} ${family}`, given, family, address(given, family), `C-${1000 + at}`])
  const bad = [
    ['No At & Sign', 'No', 'At', 'not-an-address', 'C-1'],
    ['', '', '', '', 'C-2'],
    ['Too & Many', 'Too', 'Many', 'too.many@example.com', 'C-3', 'more'],
    ['Nobody & Nowhere', '', '', '', 'C-4'],
  ]
  const text = [headings, ...[...rows, ...bad].map((cells) => cells.join(comma))].join('\r\n')
  return {
    text,
    good: rows.length,
    unknown: headings.split(comma)[3]!,
    names: [...emails.keys()],
    emailOf: (client) => emails.get(client)!,
  }
}

function address(given: string, family: string): string {
  return `${given}.${family}@example.com`.toLowerCase()
}

import { expect, test } from 'vitest'
import type { AccountId, TemplateId } from '#kernel/ids.ts'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { firmsContract } from '../../src/features/firms/contract.ts'
import { organizersContract } from '../../src/features/organizers/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import type { Person } from '../support/browser.ts'
import { csvOf, importCsv, uploadCsv } from '../support/csv.ts'
import { type Caller, firmIn, signInClient, type TestFirm } from '../support/firm-in.ts'
import { journeyHouse } from '../support/journey-house.ts'
import { addJobs, asks, newEmailTemplate, newTag, newTaskTemplate, publish } from '../support/pipeline.ts'
import { holding } from '../support/work.ts'

/** What a mean person types wherever he may type: markup, handlers, ICU, a formula, a code that is none. */
const EVIL = `<img src=x onerror="window.__hit=1"><script>window.__hit=1</script>"'><svg/onload=window.__hit=1>{x, plural}=1+1`
const FILE = '<img src=x onerror=window.__hit=1>.txt'

type Mean = { owner: Person; client: Person; places: { who: 'owner' | 'client'; path: string; shows: boolean }[] }
let mean: Mean

const house = journeyHouse(async ({ system, person }) => {
  const firm = await firmIn(system, { name: 'Mean & Sons' })
  const { owner } = firm
  const { revision } = await owner.call(firmsContract.getFirm)
  await owner.call(firmsContract.changeFirm, {
    body: { name: `Firm ${EVIL}`.slice(0, 100) },
    headers: { 'if-match': `"${revision}"` },
  })
  const email = `mean-${firm.slug}@example.com`
  const account = await owner.call(accountsContract.createAccount, {
    body: {
      name: 'Mean client',
      contacts: [
        { firstName: EVIL.slice(0, 90), lastName: EVIL.slice(0, 90), emails: [{ email, login: true, notify: true }] },
      ],
    },
  })
  const template = await organizerOf(firm)
  const stages = [
    {
      name: EVIL.slice(0, 110),
      automove: true,
      automations: [
        asks.tags({ add: [await newTag(firm, EVIL.slice(0, 50))] }),
        asks.organizer(template),
        asks.task(await newTaskTemplate(firm, EVIL.slice(0, 110))),
        asks.email(await newEmailTemplate(firm, EVIL.slice(0, 110), EVIL.slice(0, 110), `Dear [FIRST_NAME], ${EVIL}`)),
      ],
    },
    { name: 'End' },
  ]
  const pipeline = await publish(firm, EVIL.slice(0, 110), stages)
  const [job] = await addJobs(firm, pipeline, [account.id as AccountId])
  const [task] = await holding(owner, job!, 'task')
  const [organizer] = await holding(owner, job!, 'organizer')
  await rewriteTask(owner, task!)
  const client = await signInClient(firm, email)
  await fill(client, organizer!)
  const imported = await uploadCsv(owner as never, csvOf(3).replace(/^[^\n]*/, `${EVIL.replaceAll(',', '')},b,c,d,e`))
  const cells = await importCells(firm)
  const staff = [
    '/',
    `/clients/import/${cells.report}`,
    `/clients/${cells.client}`,
    '/clients',
    `/clients/${account.id}`,
    '/workflow',
    `/workflow/${pipeline.id}`,
    `/workflow/${pipeline.id}/jobs/${job}`,
    `/templates/pipelines/${pipeline.id}`,
  ]
  const more = [
    '/organizers',
    `/organizers/${organizer}`,
    '/tasks',
    `/tasks/${task}`,
    '/templates',
    `/templates/organizers/${template}`,
    '/settings/firm',
    '/settings/tags',
    '/settings/mail',
    '/settings/activity',
    `/clients/import/${imported.id}`,
  ]
  const portal = ['/portal', `/portal/organizers/${organizer}`]
  mean = {
    owner: await person({ cookie: owner.cookie }),
    client: await person({ cookie: client.cookie, size: 'phone' }),
    places: [
      ...[...staff, ...more].map((path) => ({
        who: 'owner' as const,
        path,
        shows: path.includes('/jobs/') || path.startsWith('/tasks/') || path.endsWith(cells.client),
      })),
      ...portal.map((path) => ({ who: 'client' as const, path, shows: path.includes('organizers') })),
    ],
  }
})

test.each(['with the content security policy', 'without it'])(
  'nothing that was typed is executed, %s',
  async (policy) => {
    if (policy === 'without it') for (const { page } of [mean.owner, mean.client]) await withoutPolicy(page)
    const hits: string[] = []
    for (const { who, path, shows } of mean.places) {
      const { page, settle, troubles } = mean[who]
      await page.goto(path)
      await settle()
      if (await page.evaluate('window.__hit !== undefined')) hits.push(`executed at ${path}`)
      if (shows && !(await page.locator('body').innerText()).includes('<script>'))
        hits.push(`not shown as text at ${path}`)
      hits.push(
        ...troubles
          .splice(0)
          .filter((it) => !it.includes('net::ERR'))
          .map((it) => `${path}: ${it}`),
      )
    }
    expect(hits).toEqual([])
    expect(house.errors).toEqual([])
  },
)

async function organizerOf(firm: TestFirm): Promise<TemplateId> {
  const question = { required: false, condition: null }
  const blocks = [
    { type: 'text', id: 'q_ok', label: EVIL, help: EVIL, ...question },
    {
      type: 'single_choice',
      id: 'q_choice',
      label: 'Choose',
      options: [{ id: 'o_one', label: EVIL.slice(0, 190) }],
      ...question,
    },
    { type: 'file_upload', id: 'q_file', label: 'Papers', ...question },
    { type: 'text_block', id: 'b_text', text: EVIL, condition: null },
  ]
  const definition = { sections: [{ id: 's_one', name: EVIL.slice(0, 110), condition: null, blocks }] }
  const body = { name: EVIL.slice(0, 110), organizerName: EVIL.slice(0, 110), definition }
  return (await firm.owner.call(organizersContract.createOrganizerTemplate, { body })).id
}

/** One row that is imported, a formula and scripts in its cells, and one that is refused for the script in its name. */
async function importCells(firm: TestFirm): Promise<{ report: string; client: string }> {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const rows = [
    ['=1+1 Formula', EVIL.slice(0, 90), EVIL.slice(0, 90), 'cells@example.com', EVIL.slice(0, 60)],
    [EVIL, 'Ada', 'New', EVIL, 'EXT-2'],
  ]
  const csv = csvOf(2, (n) => rows[n - 1]!.map(quoted))
  const { id, counts } = await importCsv(firm as never, csv)
  expect([counts.accountsCreated, counts.rowsRefused]).toEqual([1, 1])
  const { items } = await firm.owner.call(accountsContract.listAccounts, { query: { search: 'Formula' } })
  return { report: id, client: items[0]!.id }
}

async function rewriteTask(owner: Caller, id: string): Promise<void> {
  const { revision } = await owner.call(tasksContract.getTask, { params: { id } })
  const body = { name: EVIL, description: EVIL }
  await owner.call(tasksContract.changeTask, { params: { id }, body, headers: { 'if-match': `"${revision}"` } })
}

async function fill(client: Caller, id: string): Promise<void> {
  await client.call(organizersContract.saveAnswer, {
    params: { id, questionId: 'q_ok' },
    body: { value: EVIL, revision: 0 },
  })
  const body = new TextEncoder().encode(`<script>window.__hit=1</script>`)
  await client.call(organizersContract.attachFile, {
    params: { id, questionId: 'q_file' },
    query: { name: FILE },
    body,
  })
}

/** The pages as they would be if the policy were not there: only the text's own handling protects. */
async function withoutPolicy(page: Person['page']): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue()
    const response = await route.fetch()
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
}

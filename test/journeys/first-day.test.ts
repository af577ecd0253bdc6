import { expect, test } from 'vitest'
import { today } from '#kernel/dates.ts'
import { nlIncomeTax } from '../../src/features/library/packs/nl-income-tax/index.ts'
import { us1040 } from '../../src/features/library/packs/us-1040/index.ts'
import { picture } from '../support/browser.ts'
import { fillInAndSend, type Plan } from '../support/journey-filling.ts'
import { journeyHouse } from '../support/journey-house.ts'
import * as step from '../support/journey-steps.ts'

const FIRM = 'Hollis & Vane'
const OWNER = 'Mara Lindqvist'
/** Far more than it takes: other work may share the machine. */
const LONGEST_MS = 300_000

const PLANS: Record<'en' | 'nl', Plan> = {
  en: {
    definition: us1040.organizers[0]!.definition,
    answers: { marital_status: 'widowed', widowed_on: '2024-02-29', moved: true, ip_pin: '123456', income: ['wages'] },
    forgotten: 'refund',
    brings: ['moved', 'moves'],
  },
  nl: {
    definition: nlIncomeTax.organizers[0]!.definition,
    answers: { situatie: 'gescheiden', verhuisd: true, inkomsten: ['loon', 'alimentatie'] },
    forgotten: 'betaald',
    brings: ['verhuisd', 'nieuw_adres'],
  },
}

const house = journeyHouse()

test.each([
  { locale: 'en' as const, pack: us1040 },
  { locale: 'nl' as const, pack: nlIncomeTax },
])(
  'ORG-38 to ORG-40, P-20, B-3: the first day of a firm, from signing up to work that moves by itself ($locale)',
  async ({ locale, pack }) => {
    const clients = step.clientsFile(locale)
    const [gather, check, abroad, prepare] = pack.pipeline.stages.map((stage) => stage.name) as string[]
    const owner = await house.person({ locale })
    const { t, page } = owner
    const look = (name: string) => picture(page, `first-day-${locale}-${name}`)

    await step.signUp(owner, FIRM)
    await step.importClients(owner, clients)
    await step.seen(page.getByText(t('field.invalid_email_cell', { value: 'not-an-address' })))
    await look('import')
    await step.installPack(owner, pack)
    await step.assignTemplate(owner, pack.tasks[0]!.name, OWNER)
    await step.inNav(owner, 'nav.workflow').click()
    await page.getByRole('table').getByRole('link', { name: pack.pipeline.name }).click()
    await step.addJobsForAll(owner, clients.good)
    await step.seen(step.column(owner, gather!).getByRole('article').first())
    await look('board')

    const staff = await house.person({ locale, like: owner })
    const subject = organizerName(pack.organizers[0]!.organizerName)
    const mail = await step.newestMail(staff, subject, t('mail.organizer_sent.button'))
    await step.findOnBoard(owner, mail.client)
    await step.seen(step.card(owner, gather!, mail.client))

    const client = await house.person({ locale, size: 'phone' })
    await client.page.goto(mail.link)
    await client.page.getByRole('button', { name: t('todo.open') }).click()
    await fillInAndSend(client, PLANS[locale], FIRM)
    await picture(client.page, `first-day-${locale}-sent`)

    await step.seen(step.card(owner, check!, mail.client))
    await step.finishTask(staff, mail.client)
    const card = step.card(owner, prepare!, mail.client)
    await step.seen(card)
    await look('moved')

    await card.click()
    const drawer = page.getByRole('dialog')
    const moved = t('event.job.moved', { from: check!, stage: prepare!, skippedCount: 1, skipped: abroad! })
    await step.seen(drawer.getByText(moved).first())
    const task = pack.tasks[0]!.title.replace('[ACCOUNT_NAME]', mail.client)
    const completed = t('event.task.statusChanged', { status: 'completed', actor: OWNER, name: task })
    await step.seen(drawer.getByText(t('activity.because', { sentence: completed })).first())
    await look('why-it-moved')
    await page.keyboard.press('Escape')

    const other = clients.names.find((name) => name !== mail.client)!
    await step.findOnBoard(owner, other)
    await step.card(owner, gather!, other).click()
    await step.seen(drawer.getByRole('heading', { name: t('job.why') }))
    await step.seen(drawer.getByText(t('reason.organizer', { count: 1, who: other, name: subject })))
    await look('why-not')

    const guest = await house.person({ locale, size: 'phone' })
    await step.enterPortal(guest, staff, FIRM, clients.emailOf(other))
    await step.seen(guest.page.getByRole('heading', { name: t('portal.waiting', { count: 1 }) }))
    await step.seen(guest.page.getByRole('heading', { name: t('portal.answer', { name: subject }) }))
    await picture(guest.page, `first-day-${locale}-portal`)

    for (const person of [owner, staff, client, guest]) expect(person.troubles).toEqual([])
    expect(house.errors).toEqual([])
  },
  LONGEST_MS,
)

/** As the client reads it: the tax year is the one before this, where the firm is. */
function organizerName(name: string): string {
  return name.replace('[TAX_YEAR]', String(Number(today(new Date(), 'Europe/Amsterdam').slice(0, 4)) - 1))
}

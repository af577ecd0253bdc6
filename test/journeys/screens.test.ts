import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FirmId } from '#kernel/ids.ts'
import { importsContract } from '../../src/features/imports/contract.ts'
import { type DemoMemberKey, demoMembers } from '../../src/world/names.ts'
import { seedDemo } from '../../src/world/seed-demo.ts'
import { type Person, picture, SIZES } from '../support/browser.ts'
import { csvOf, mapImport, uploadCsv } from '../support/csv.ts'
import { callerWith, firmIn, openSession } from '../support/firm-in.ts'
import { type House, journeyHouse } from '../support/journey-house.ts'
import { type Ids, idsIn, waitingClient } from '../support/journey-ids.ts'
import { axe, rawTexts, sticksOut } from '../support/journey-screen.ts'
import { type Screen, screens, type Who } from '../support/journey-screens.ts'

type Firm = { ids: Ids; people: Record<Who, Promise<Person>> }

const firms = {} as Record<'demo' | 'empty', Firm>

const house = journeyHouse(async (opened) => {
  const demo = (await seedDemo(opened.system))!
  await importSome(opened, demo)
  firms.demo = await demoPeople(opened, demo)
  firms.empty = await emptyPeople(opened)
})

test('every address of the app is among the screens', () => {
  const visited = screens.map(({ path }) => path(PLACES).replace(/\?.*/, ''))
  const paths = addresses().filter((address) => !visited.some((path) => address.test(path)))
  expect(paths.map(String)).toEqual([])
})

describe('every screen, wide and narrow, light and dark', () => {
  const visits = screens.flatMap((screen) =>
    screen.who.flatMap((who) => [
      { firm: 'demo' as const, who, screen },
      ...(who === 'owner' && !screen.full ? [{ firm: 'empty' as const, who, screen }] : []),
    ]),
  )
  test.each(visits.map((visit) => [`${visit.screen.name}, ${visit.firm} firm, ${visit.who}`, visit] as const))(
    '%s',
    async (_, { firm, who, screen }) => {
      const person = await firms[firm].people[who]
      person.page.removeAllListeners('dialog').on('dialog', (asking) => asking.accept()) // what was typed may be lost
      expect(await findings(person, screen, firms[firm].ids, `${screen.name}-${firm}-${who}`)).toEqual([])
      expect(house.errors).toEqual([])
    },
  )
})

/** Stands for every id. */
const PLACES = new Proxy({} as Ids, {
  get: (_, name) => (name === 'todo' ? 'http://x/todo/id' : name === 'contact' ? 'id/contacts/id' : 'id'),
})

/** The addresses that the routes of src/web/pages name, as patterns; those below others by their last part. */
function addresses(): RegExp[] {
  const files = globSync('src/web/pages/**/*routes*.{ts,tsx}')
  const paths = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path!),
  )
  return paths.map((path) => {
    const pattern = path.replaceAll(/\/\{-\$\w+\}/g, '(/[\\w-]+)?').replaceAll(/\$\w+/g, '[\\w-]+')
    return new RegExp(`${path.startsWith('/') ? '^' : '/'}${pattern}$`)
  })
}

/** Everything that is wrong with a screen, each with the look it was seen in. */
async function findings(person: Person, screen: Screen, ids: Ids, name: string): Promise<string[]> {
  const { page, settle, troubles } = person
  const found: string[] = []
  for (const size of ['desktop', 'phone'] as const) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize(SIZES[size])
    await page.goto(screen.path(ids))
    await settle()
    await screen.open?.(person)
    await settle()
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme })
      await settle()
      await picture(page, `${name}-${size}-${scheme}`)
      const each = [...(await axe(page)), ...(await sticksOut(page)).map((it) => `sticks out: ${it}`)]
      found.push(...each.map((it) => `${size} ${scheme}: ${it}`))
    }
    found.push(...(await rawTexts(page)).map((it) => `${size}: raw text ${it}`))
  }
  return [...found, ...troubles.splice(0)]
}

/** An import at each point: its columns asked for, under way, and over with rows that had problems. */
async function importSome({ system }: House, firmId: FirmId): Promise<void> {
  const { cookie } = await sessionOf(system, firmId, 'ellen')
  const ellen = callerWith(system, cookie)
  const [, running, finished] = [
    await uploadCsv(ellen, csvOf(40)),
    await uploadCsv(ellen, csvOf(400)),
    await uploadCsv(ellen, BAD),
  ]
  for (const { id } of [running, finished]) await mapImport(ellen, id)
  await ellen.call(importsContract.startImport, { params: { id: finished.id } })
  await system.worker.drain()
  await system.maintenance
    .updateTable('imports')
    .set({ state: 'running', done_rows: 120 })
    .where('id', '=', running.id)
    .execute()
}

const BAD = `${csvOf(3)}No address,Ada,New,not-an-address,EXT-9\nNobody,,,,\n`

/** The employee reads German and has few rights. */
async function demoPeople(opened: House, firmId: FirmId): Promise<Firm> {
  const { system, person } = opened
  const { email } = (await waitingClient(system, firmId))!
  const client = await openSession(system, 'client', firmId, email, email)
  return {
    ids: await idsIn(system, firmId),
    people: {
      owner: person({ cookie: (await sessionOf(system, firmId, 'ellen')).cookie }),
      employee: person({ cookie: (await sessionOf(system, firmId, 'jonas')).cookie, locale: 'de' }),
      client: person({ cookie: client.cookie }),
      stranger: person(),
    },
  }
}

function sessionOf(system: House['system'], firmId: FirmId, key: DemoMemberKey) {
  const { email } = demoMembers.find((member) => member.key === key)!
  return openSession(system, 'member', firmId, key, email)
}

async function emptyPeople({ system, person }: House): Promise<Firm> {
  const firm = await firmIn(system, { name: 'Fresh & New' })
  const nobody = person()
  const owner = person({ cookie: firm.owner.cookie })
  return {
    ids: await idsIn(system, firm.firmId),
    people: { owner, employee: nobody, client: nobody, stranger: nobody },
  }
}

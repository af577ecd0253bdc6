import { describe, expect, test } from 'vitest'
import type { FirmId } from '#kernel/ids.ts'
import { demoMembers } from '../../src/world/names.ts'
import { seedDemo } from '../../src/world/seed-demo.ts'
import { type Person, picture, SIZES } from '../support/browser.ts'
import { firmIn, openSession } from '../support/firm-in.ts'
import { type House, journeyHouse } from '../support/journey-house.ts'
import { axe, rawTexts, sticksOut } from '../support/journey-screen.ts'
import { type Ids, idsIn, type Screen, screens, type Who, waitingClient } from '../support/journey-screens.ts'

type Firm = { ids: Ids; people: Record<Who, Promise<Person>> }

const firms = {} as Record<'demo' | 'empty', Firm>

const house = journeyHouse(async (opened) => {
  const demo = await seedDemo(opened.system)
  await opened.system.worker.drain()
  firms.demo = await demoPeople(opened, demo!)
  firms.empty = await emptyPeople(opened)
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
      expect(await findings(person, screen, firms[firm].ids, `${screen.name}-${firm}-${who}`)).toEqual([])
      expect(house.errors).toEqual([])
    },
  )
})

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

/** The employee reads German and has few rights. */
async function demoPeople(opened: House, firmId: FirmId): Promise<Firm> {
  const session = (kind: 'member' | 'client', email: string) => openSession(opened.system, kind, firmId, email, email)
  const member = async (key: string) => session('member', demoMembers.find((it) => it.key === key)!.email)
  const client = await session('client', await waitingClient(opened.system, firmId))
  return {
    ids: await idsIn(opened.system, firmId),
    people: {
      owner: opened.person({ cookie: (await member('ellen')).cookie }),
      employee: opened.person({ cookie: (await member('jonas')).cookie, locale: 'de' }),
      client: opened.person({ cookie: client.cookie }),
      stranger: opened.person(),
    },
  }
}

async function emptyPeople(opened: House): Promise<Firm> {
  const firm = await firmIn(opened.system, { name: 'Fresh & New' })
  const nobody = opened.person()
  const owner = opened.person({ cookie: firm.owner.cookie })
  return {
    ids: await idsIn(opened.system, firm.firmId),
    people: { owner, employee: nobody, client: nobody, stranger: nobody },
  }
}

import type { ServerType } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { readConfig } from '#platform/config/config.ts'
import { createLog } from '#platform/log/log.ts'
import { openSystem, type System } from '../../src/system.ts'
import { type Looks, openBrowser, openPerson, type Person, picture } from './browser.ts'
import { asOwner, freshDatabase } from './databases.ts'
import { listen } from './listen.ts'
import { databaseUrl } from './system.ts'

/** The product as it runs for people: listening, its worker at work, no mail server, a database of its own. */
export type House = {
  url: string
  system: System
  /** a person with a browser of his own; closed with the house */
  person(looks?: Looks): Promise<Person>
  /** what the server logged as an error */
  errors: string[]
}

const WEB = new URL('../../dist/web', import.meta.url).pathname
const ERRORS = ['error', 'fatal']

/** The house of a test file: opened before its tests, closed after them. Use its members inside tests only. */
export function journeyHouse(prepare: (house: House) => Promise<unknown> = async () => {}): House {
  const house = {} as House
  let close = async () => {}
  let people: Person[] = []
  beforeAll(async () => {
    const opened = await openHouse()
    close = opened.close
    people = opened.people
    Object.assign(house, opened.house)
    await prepare(house)
    await house.system.worker.start()
  })
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const [at, { page }] of people.entries())
      await picture(page, `failed-${task.file.name.split('/').at(-1)}-${at}`)
  })
  afterAll(() => close())
  return house
}

async function openHouse() {
  const database = await freshDatabase(databaseUrl())
  const errors: string[] = []
  let system: System | null = null
  const { server, url } = await listen((request, env) => system!.app.fetch(request, env))
  system = await openSystem({
    url: database,
    config: readConfig({ DATA_DIR: inject('dataDir'), PUBLIC_URL: url, PORT: '0' }),
    now: () => new Date(),
    log: createLog({ write: (line: string) => void (ERRORS.includes(levelOf(line)) && errors.push(line)) }),
    webFolder: WEB,
  })
  const browser = await openBrowser()
  const people: Person[] = []
  const person = async (looks?: Looks) => {
    people.push(await openPerson(browser, url, looks))
    return people.at(-1)!
  }
  const close = () => closeAll(browser, server, system!, database)
  return { house: { url, system, errors, person }, people, close }
}

async function closeAll(browser: Browser, server: ServerType, system: System, database: string): Promise<void> {
  await browser.close()
  if ('closeAllConnections' in server) server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await system.close()
  await asOwner(databaseUrl(), `drop database ${/([^/?]+)(\?.*)?$/.exec(database)![1]} with (force)`)
}

function levelOf(line: string): string {
  return (JSON.parse(line) as { level: string }).level
}

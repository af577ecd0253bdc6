import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core'
import type { Locale } from '#kernel/locale.ts'
import { type Speak, speaker } from '#kernel/text.ts'
import { catalogue, type TextKey } from '../../src/texts.ts'
import { findOrInstallChromium } from './chromium.ts'

/** How somebody looks at the product. */
export type Looks = {
  locale?: Locale
  /** 'phone' is the narrowest that must work */
  size?: keyof typeof SIZES
  scheme?: 'light' | 'dark'
  /** the cookie of a session that exists already: `name=value` */
  cookie?: string
  /** signed in as this person is */
  like?: Person
}

/** Somebody with a browser of his own. */
export type Person = {
  page: Page
  context: BrowserContext
  /** what the screens say in this person's language */
  t: Speak<TextKey>
  locale: Locale
  /** whatever a developer would call an error: console errors, exceptions, refused resources, dialogs, answers of 500 */
  troubles: string[]
  /** ends once nothing is being asked or loaded, and nothing moves on the screen */
  settle(): Promise<void>
}

export const SIZES = { desktop: { width: 1440, height: 900 }, phone: { width: 360, height: 760 } } as const
const REGIONS: Record<Locale, string> = { en: 'en-US', nl: 'nl-NL', de: 'de-DE', sv: 'sv-SE' }
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
const LIVE = '/api/v1/live'
const PATIENCE_MS = 20_000
const PICTURES = new URL('../../.build/screens/', import.meta.url).pathname

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findOrInstallChromium(), args: FLAGS })
}

export async function openPerson(browser: Browser, url: string, looks: Looks = {}): Promise<Person> {
  const { locale = 'en', size = 'desktop', scheme = 'light', cookie, like } = looks
  const context = await browser.newContext({
    baseURL: url,
    locale: REGIONS[locale],
    timezoneId: 'Europe/Amsterdam',
    viewport: SIZES[size],
    colorScheme: scheme,
    reducedMotion: 'reduce',
    hasTouch: size === 'phone',
    acceptDownloads: true,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  if (cookie) {
    const at = cookie.indexOf('=')
    await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }])
  }
  if (like) await context.addCookies(await like.context.cookies())
  const page = await context.newPage()
  const troubles: string[] = []
  watch(page, troubles)
  const t = speaker(locale, catalogue[locale])
  return { page, context, troubles, locale, t, settle: settler(page, t('ui.loading')) }
}

/** Keeps a picture of the whole page for people to look at: .build/screens/<name>.png */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}${name}.png` })
}

function watch(page: Page, troubles: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'error' || REFUSED.test(message.text())) return
    troubles.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} ${response.url()}`)
  })
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
}

/** Chromium reports every answer of 4xx, also those that a screen turns into a sentence. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4/

/** Looked at on every frame in the page itself: the security policy forbids Playwright's waitForFunction. */
const stillness = (loading: string) => `new Promise((resolve, reject) => {
  const late = performance.now() + ${PATIENCE_MS}
  const unrest = () => {
    if (!document.querySelector('main')) return 'there is no main'
    if (document.fonts.status !== 'loaded') return 'fonts are loading'
    const waits = [...document.querySelectorAll('[role=status]')].some((it) => it.textContent === ${JSON.stringify(loading)})
    if (waits) return 'something is loading'
    const opening = [...document.querySelectorAll('[role=dialog], [role=menu]')].some((it) => {
      for (let box = it; box; box = box.parentElement) if (Number(getComputedStyle(box).opacity) < 1) return true
      return false
    })
    if (opening) return 'something is opening'
    const moving = document.getAnimations().find((it) => it.playState === 'running')
    return moving ? 'moving: ' + moving.effect.target.outerHTML.slice(0, 200) : null
  }
  let calm = 0
  const look = () => {
    const why = unrest()
    calm = why ? 0 : calm + 1
    if (calm > 1) return resolve()
    if (performance.now() > late) return reject(new Error('The screen does not settle: ' + why))
    requestAnimationFrame(look)
  }
  look()
})`

function settler(page: Page, loading: string): () => Promise<void> {
  const asked = new Set<Request>()
  let answered = () => {}
  const forget = (request: Request) => {
    asked.delete(request)
    answered()
  }
  page.on('request', (request) => !request.url().includes(LIVE) && asked.add(request))
  page.on('requestfinished', forget)
  page.on('requestfailed', forget)
  const quiet = () =>
    new Promise<void>((resolve, reject) => {
      const urls = () => [...asked].map((request) => request.url()).join(', ')
      const timer = setTimeout(() => reject(new Error(`No answer from ${urls()}`)), PATIENCE_MS)
      answered = () => {
        if (asked.size > 0) return
        clearTimeout(timer)
        resolve()
      }
      answered()
    })
  return async () => {
    do {
      await quiet()
      await page.evaluate(stillness(loading))
    } while (asked.size > 0)
  }
}

import { execFileSync } from 'node:child_process'
import type { Browser, Page } from 'playwright-core'
import type { System } from '../src/system.ts'
import { openBrowser } from '../test/support/browser.ts'
import { listen } from '../test/support/listen.ts'
import { atMost, type Figure, median } from './figure.ts'
import type { Work } from './prepare-work.ts'

const LARGEST_LOAD = 250_000
const PAINTED_MS = 1_000
/** One frame at 60 a second, with what clocks differ. */
const FRAME_MS = 17
const LATE_MS = 34
const DRAG_STEPS = 240

/** The board as a browser meets it that has never seen it: what it loads, when cards show, and how a card is dragged. */
export async function inChromium(system: System, work: Work, loads: number): Promise<Figure[]> {
  const { server, url } = await listen((request, env) => system.app.fetch(request, env))
  const browser = await openBrowser()
  try {
    const address = `${url}/workflow/${work.board.pipelineId}`
    const seen = []
    for (let n = 0; n < loads; n++) seen.push(await firstLoad(browser, address, work.owner))
    const [bytes, painted] = [median(seen.map((it) => it.bytes)), median(seen.map((it) => it.painted))]
    const frames = await dragged(browser, address, work.owner)
    const late = frames.filter((frame) => frame > LATE_MS).length / frames.length
    console.log(
      `w3 in Chromium: first load ${bytes} bytes, first cards after ${Math.round(painted)} ms; ` +
        `${frames.length} frames of dragging, median ${median(frames).toFixed(1)} ms, ${(late * 100).toFixed(1)} % late`,
    )
    return [
      atMost('w3', 'first load compressed, share of 250 kB', bytes / LARGEST_LOAD, 1),
      atMost('w3', 'first cards painted, share of 1 s', painted / PAINTED_MS, 1),
      atMost('w3', 'median frame of a drag, share of 17 ms', median(frames) / FRAME_MS, 1),
      atMost('w3', 'share of frames of a drag over 34 ms', late, 0.02),
    ]
  } finally {
    await browser.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** Built from these very files. */
export function buildWebApp(): string {
  execFileSync('sh', ['bin/build'], { stdio: 'inherit' })
  return new URL('../dist/web', import.meta.url).pathname
}

async function openPage(browser: Browser, cookie: string, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const at = cookie.indexOf('=')
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: new URL(url).origin }])
  return context.newPage()
}

/** Everything that is transferred until nothing more is asked, headers too; and the moment at which a card was painted. */
async function firstLoad(
  browser: Browser,
  address: string,
  cookie: string,
): Promise<{ bytes: number; painted: number }> {
  const page = await openPage(browser, cookie, address)
  await page.addInitScript(WATCH_FOR_CARDS)
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  let bytes = 0
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(address)
  await page.locator(CARD).first().waitFor()
  const painted = await page.evaluate<number>('window.cardsPainted')
  await page.waitForTimeout(1_000) // what comes behind the first cards
  await page.context().close()
  return { bytes, painted }
}

const CARD = 'section li[data-index]'

const WATCH_FOR_CARDS = `
  window.cardsPainted = new Promise((resolve) => {
    const look = () => {
      if (!document.querySelector('${CARD}')) return requestAnimationFrame(look)
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    }
    look()
  })`

/** A card is carried across the board and back; how long each frame took meanwhile. */
async function dragged(browser: Browser, address: string, cookie: string): Promise<number[]> {
  const page = await openPage(browser, cookie, address)
  await page.goto(address)
  const card = page.locator(CARD).first()
  const box = (await card.boundingBox())!
  const { width } = page.viewportSize()!
  await page.mouse.move(box.x + 40, box.y + 20)
  await page.mouse.down()
  await page.evaluate(COUNT_FRAMES)
  for (let step = 0; step < DRAG_STEPS; step++) {
    const there = 0.5 - Math.cos((step / DRAG_STEPS) * 2 * Math.PI) / 2
    await page.mouse.move(box.x + 40 + there * (width - 300), box.y + 20 + Math.sin(step / 9) * 120)
  }
  const frames = await page.evaluate<number[]>('window.frames_')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.context().close()
  return frames.slice(1)
}

const COUNT_FRAMES = `
  window.frames_ = []
  let last = performance.now()
  const count = (now) => {
    window.frames_.push(now - last)
    last = now
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)`

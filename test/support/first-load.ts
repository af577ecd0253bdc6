import { get } from 'node:http'
import type { Page } from 'playwright-core'

export type Loaded = { path: string; bytes: number }

/**
 * Everything that a browser is sent for an address it has never seen: the page, what it loads, fonts and answers too.
 * Each is asked for once more as by a browser that knows gzip only, and counted as it comes over the line, with headers.
 */
export async function firstLoad(page: Page, address: string, settled: () => Promise<unknown>): Promise<Loaded[]> {
  const urls = new Set<string>()
  page.on('request', (request) => urls.add(request.url()))
  await page.goto(address)
  await settled()
  const cookies = await page.context().cookies()
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const loaded: Loaded[] = []
  for (const url of urls) {
    if (url.includes(LIVE)) continue // goes on for as long as the page is open, and says nothing yet
    loaded.push({ path: new URL(url).pathname, bytes: await sizeOf(url, cookie) })
  }
  return loaded.sort((a, b) => b.bytes - a.bytes)
}

const LIVE = '/api/v1/live'

export const bytesOf = (loaded: readonly Loaded[]): number => loaded.reduce((sum, { bytes }) => sum + bytes, 0)

function sizeOf(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers: { cookie, 'accept-encoding': 'gzip' } }, (answer) => {
      let bytes = answer.rawHeaders.join('  ').length
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve(bytes))
    })
    asked.on('error', reject)
  })
}

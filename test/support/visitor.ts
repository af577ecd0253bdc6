import { createHmac } from 'node:crypto'
import type { Endpoint } from '#kernel/contract.ts'
import { API } from '#platform/http/mount.ts'
import type { Answered, Sent } from './firm.ts'
import { type TestSystem, testSystem } from './system.ts'

/** A browser without a session yet: it keeps the cookies it is given, and comes from an address of its own. */
export type Visitor = {
  cookies: Map<string, string>
  ip: string
  send<E extends Endpoint>(endpoint: E, sent?: Sent): Promise<Answered<E>>
}

let visitors = 0

export async function visitor(ip = `10.0.${Math.floor(visitors++ / 250)}.${visitors % 250}`): Promise<Visitor> {
  const system = await testSystem()
  const cookies = new Map<string, string>()
  return {
    cookies,
    ip,
    async send(endpoint, sent = {}) {
      const response = await request(system, ip, cookies, endpoint, sent)
      for (const cookie of response.headers.getSetCookie()) keep(cookies, cookie)
      const text = await response.text()
      const body = text === '' ? null : JSON.parse(text)
      return { status: response.status, body, problem: body, headers: response.headers }
    },
  }
}

function request(system: TestSystem, ip: string, cookies: Map<string, string>, endpoint: Endpoint, sent: Sent) {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sent.params?.[name] ?? name)
  const search = new URLSearchParams(
    Object.entries(sent.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const query = search.size === 0 ? '' : `?${search}`
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const init = {
    method: endpoint.method.toUpperCase(),
    headers: { cookie, 'content-type': 'application/json', ...sent.headers },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  }
  return system.app.request(`${API}${path}${query}`, init, { incoming: { socket: { remoteAddress: ip } } })
}

function keep(cookies: Map<string, string>, cookie: string): void {
  const [pair = '', ...attributes] = cookie.split('; ')
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]
  if (value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name)
  else cookies.set(name, value)
}

/** The code that an authenticator app shows for a secret (RFC 6238) at a moment. */
export function appCode(secret: string, at: number = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', base32(secret)).update(counter).digest()
  const offset = hash.at(-1)! & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function base32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

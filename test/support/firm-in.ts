import { randomBytes } from 'node:crypto'
import type { MemberActor } from '#kernel/actor.ts'
import type { Endpoint, ReturnOf } from '#kernel/contract.ts'
import { type FirmId, type IdentityId, type MemberId, newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import type { Right, Role } from '#kernel/rights.ts'
import { inFirm, type Tx } from '#platform/db/tx.ts'
import { API } from '#platform/http/mount.ts'
import type { Problem } from '#platform/http/problem.ts'
import { createFirm } from '../../src/features/firms/index.ts'
import { SESSION_COOKIE } from '../../src/features/identity/resolve-actor.ts'
import { startLists } from '../../src/features/team/index.ts'
import type { System } from '../../src/system.ts'

export type Sent = {
  params?: Record<string, string>
  query?: Record<string, unknown>
  body?: unknown
  headers?: Record<string, string>
}
export type Answered<E extends Endpoint> = { status: number; body: ReturnOf<E>; problem: Problem; headers: Headers }

/** Somebody signed in: calls endpoints with that session's cookie, as the web app does. */
export type Caller = {
  cookie: string
  /** calls and expects success */
  call<E extends Endpoint>(endpoint: E, sent?: Sent): Promise<ReturnOf<E>>
  /** calls and gives back whatever came */
  send<E extends Endpoint>(endpoint: E, sent?: Sent): Promise<Answered<E>>
}

export type MemberCaller = Caller & { member: MemberActor }

export type TestFirm<S extends System = System> = {
  system: S
  firmId: FirmId
  slug: string
  owner: MemberCaller
  /** adds a member of that role with those rights, signed in */
  addMember(role: Role, rights?: Right[], name?: string): Promise<MemberCaller>
  /** what a command does, in this firm, as the owner */
  run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>
  drain(): Promise<number>
  /** does what is due by the clock, in all firms */
  sweep(): Promise<number>
}

export type FirmWish = { locale?: Locale; name?: string }

/** A new firm with its owner signed in. */
export async function firmIn<S extends System>(
  system: S,
  { locale = 'en', name = 'Hollis & Vane' }: FirmWish = {},
): Promise<TestFirm<S>> {
  const firmId = newId<'firm'>()
  const slug = `firm-${randomBytes(6).toString('hex')}`
  const maker = { kind: 'system', firmId, name: 'test' } as const
  await inFirm(system.source, maker, async (tx) => {
    await createFirm(tx, { name, slug, locale, timeZone: 'Europe/Amsterdam' })
    await startLists(tx, locale)
  })
  const addMember = (role: Role, rights: Right[] = [], memberName: string = role) =>
    signInMember(system, firmId, role, rights, memberName)
  const owner = await addMember('owner', [], 'Mara Lindqvist')
  return {
    system,
    firmId,
    slug,
    owner,
    addMember,
    run: (work) => inFirm(system.source, owner.member, work),
    drain: () => system.worker.drain(),
    sweep: () => system.sweeper.sweep(),
  }
}

async function signInMember(system: System, firmId: FirmId, role: Role, rights: Right[], name: string) {
  const memberId = newId<'member'>()
  const email = `${memberId}@example.com`
  const { identityId, cookie } = await openSession(system, 'member', firmId, name, email)
  await system.maintenance
    .insertInto('team_members')
    .values({
      firm_id: firmId,
      id: memberId,
      identity_id: identityId,
      name,
      email,
      role,
      rights,
      locale: null,
      state: 'active',
      created_at: system.source.now(),
    })
    .execute()
  const member: MemberActor = { kind: 'member', firmId, identityId, memberId: memberId as MemberId, name, role, rights }
  return { ...callerWith(system, cookie), member }
}

/** Signs in a client by the e-mail of a contact that exists; which accounts he sees follows from Login (D-12 a). */
export async function signInClient(firm: TestFirm, email: string): Promise<Caller> {
  const { cookie } = await openSession(firm.system, 'client', firm.firmId, email, email)
  return callerWith(firm.system, cookie)
}

/** A session of whoever has this e-mail address: in the team, or a client's. */
export async function openSession(
  system: System,
  kind: 'member' | 'client',
  firmId: FirmId,
  name: string,
  email: string,
) {
  const known = await system.maintenance
    .selectFrom('auth.identities')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  const identity =
    known ??
    (await system.maintenance
      .insertInto('auth.identities')
      .values({ name, email, email_verified: true })
      .returning('id')
      .executeTakeFirstOrThrow())
  const token = randomBytes(24).toString('base64url')
  const expires = new Date(system.source.now().getTime() + 365 * 86_400_000)
  await system.maintenance
    .insertInto('auth.sessions')
    .values({
      token,
      identity_id: identity.id,
      kind,
      firm_id: firmId,
      expires_at: expires,
      updated_at: system.source.now(),
    })
    .execute()
  return { identityId: identity.id as IdentityId, cookie: `${SESSION_COOKIE}=${token}.unsigned` }
}

export function callerWith(system: System, cookie: string): Caller {
  const send = async <E extends Endpoint>(endpoint: E, sent: Sent = {}): Promise<Answered<E>> => {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => sent.params?.[name] ?? name)
    const query = new URLSearchParams(
      Object.entries(sent.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]),
    )
    const isBytes = sent.body instanceof Uint8Array
    const payload = isBytes ? (sent.body as Uint8Array<ArrayBuffer>) : JSON.stringify(sent.body)
    const response = await system.app.request(`${API}${path}${query.size ? `?${query}` : ''}`, {
      method: endpoint.method.toUpperCase(),
      headers: { cookie, ...(isBytes ? {} : { 'content-type': 'application/json' }), ...sent.headers },
      ...(sent.body === undefined ? {} : { body: payload }),
    })
    const json = (response.headers.get('content-type') ?? '').includes('json')
    const body: unknown = json ? await response.json() : await response.text()
    return { status: response.status, body: body as ReturnOf<E>, problem: body as Problem, headers: response.headers }
  }
  return {
    cookie,
    send,
    async call(endpoint, sent) {
      const answered = await send(endpoint, sent)
      if (answered.status >= 400) {
        throw new Error(`${endpoint.method} ${endpoint.path}: ${answered.status} ${JSON.stringify(answered.body)}`)
      }
      return answered.body
    },
  }
}

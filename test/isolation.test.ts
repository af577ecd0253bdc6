import { beforeAll, describe, expect, it } from 'vitest'
import type { SignedIn } from '#kernel/actor.ts'
import type { Endpoint } from '#kernel/contract.ts'
import { newId } from '#kernel/ids.ts'
import { type Caller, type Sent, stranger } from './support/firm.ts'
import { endpoints, type Sample, samples } from './support/samples/index.ts'
import { type Ids, makeWorld, type World } from './support/world.ts'

let [mine, theirs]: World[] = []
let nobody: Caller
beforeAll(async () => {
  mine = await makeWorld()
  theirs = await makeWorld()
  nobody = await stranger()
})

const callerOf = (world: World, sample: Sample) =>
  sample.as === 'client' ? world.client : sample.as === 'stranger' ? nobody : world.firm.owner

describe('every route × another firm’s ids', () => {
  const closed = endpoints.filter(([, endpoint]) => !('anyone' in endpoint.who))

  it('no header, parameter, body or cookie value chooses another firm', async () => {
    const { firmId, slug } = theirs!.firm
    const mean = {
      'x-firm-id': firmId,
      'x-firm': slug,
      'app.firm_id': firmId,
      host: `${slug}.throughline.test`,
      'x-forwarded-host': slug,
      forwarded: `host=${slug}`,
      authorization: `Bearer ${firmId}`,
    }
    const cookie = `${mine!.firm.owner.cookie}; firm_id=${firmId}; app.firm_id=${firmId}; throughline.firm=${slug}`
    for (const [name, endpoint] of closed.filter(([, it]) => it.method === 'get' && it.format !== 'bytes')) {
      const sample = await samples[name]!(mine!)
      if (sample.as === 'client') continue
      const sent = {
        ...sample.sent,
        query: { ...sample.sent?.query, firmId, firm_id: firmId },
        headers: { ...mean, cookie },
      }
      const answered = await mine!.firm.owner.send(endpoint, sent)
      const text = JSON.stringify(answered.body)
      for (const id of [...Object.values(theirs!.ids), firmId]) expect(text.includes(id)).toBe(false)
    }
    const made = await mine!.firm.system.app.request('/api/v1/tags', {
      method: 'POST',
      headers: { ...mean, cookie },
      body: JSON.stringify({ name: 'Mean', color: 'red', firmId, firm_id: firmId }),
    })
    expect(made.status).toBe(422)
  })

  it.each(closed)(
    '%s: each id, in path, query or body, exchanged for one of another firm, finds nothing and changes nothing',
    async (name, endpoint) => {
      const places = idPlaces((await samples[name]!(mine!)).sent ?? {}, mine!.ids)
      for (const place of places) {
        const sample = await samples[name]!(mine!)
        const before = await fingerprint(theirs!)
        const answered = await callerOf(mine!, sample).send(endpoint, exchanged(sample.sent!, place, theirs!.ids))
        expect([
          place.path.join('.'),
          answered.status >= 400 && answered.status < 500 ? 'refused' : answered.status,
        ]).toEqual([place.path.join('.'), refusedOrEmpty(name, place, answered)])
        expect(await fingerprint(theirs!)).toBe(before)
      }
    },
  )
})

describe('every route × every role', () => {
  it.each(endpoints)(
    '%s lets in whom its contract names, and answers everybody else as if it were not there',
    async (name, endpoint) => {
      const sample = await samples[name]!(mine!)
      const { system, owner, firmId } = mine!.firm
      const all: [string, Caller, SignedIn | null][] = [
        ['nobody', nobody, null],
        ['employee', mine!.employee, mine!.employee.member],
        ['admin', mine!.admin, mine!.admin.member],
        ['owner', owner, owner.member],
        [
          'client',
          mine!.client,
          { kind: 'client', firmId, identityId: newId(), contactId: newId(), name: '', email: '', accountIds: [] },
        ],
      ]
      for (const [role, caller, actor] of all) {
        if (mayBeLetIn(endpoint, role)) continue
        const before = await fingerprint(mine!)
        const answered = await caller.send(endpoint, sample.sent)
        expect([role, answered.status, answered.problem?.code]).toEqual(
          actor === null ? [role, 401, 'not_signed_in'] : [role, 404, 'not_found'],
        )
        expect(await fingerprint(mine!)).toBe(before)
      }
      expect(system).toBeDefined()
    },
  )

  const staff = endpoints.filter(([, endpoint]) => 'staff' in endpoint.who && endpoint.who.staff === 'any')
  it.each(staff)('%s shows an employee without accounts and pipelines nothing of them', async (name, endpoint) => {
    const sample = await samples[name]!(mine!)
    const places = idPlaces(sample.sent ?? {}, hidden(mine!.ids))
    if (endpoint.format === 'bytes' && places.length === 0) return
    const answered = await mine!.employee.send(endpoint, sample.sent)
    if (answered.status < 400) {
      const text = JSON.stringify(answered.body)
      for (const [kind, id] of Object.entries(hidden(mine!.ids))) {
        if (!JSON.stringify(sample.sent ?? {}).includes(id)) expect([kind, text.includes(id)]).toEqual([kind, false])
      }
    }
    if (places.some((place) => place.path[0] === 'params'))
      expect([answered.status, answered.problem?.code]).toEqual([404, 'not_found'])
  })
})

/** What each role may call, said here once more, so that the server's own judgement is held against it (USR-1, USR-3). */
function mayBeLetIn({ who }: Endpoint, role: string): boolean {
  if ('anyone' in who) return true
  if ('client' in who || 'clientOrTodoLink' in who) return role === 'client'
  const allowed = { any: ['employee', 'admin', 'owner'], owner: ['owner'] }[who.staff as string]
  return (allowed ?? ['admin', 'owner']).includes(role)
}

type Place = { path: string[]; name: keyof Ids; id: string }

/** Where in a call ids of the world stand. */
function idPlaces(sent: Sent, ids: Partial<Ids>): Place[] {
  const names = new Map(Object.entries(ids).map(([name, id]) => [id as string, name as keyof Ids]))
  const walk = (value: unknown, path: string[]): Place[] => {
    if (typeof value === 'string') return names.has(value) ? [{ path, name: names.get(value)!, id: value }] : []
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return []
    return Object.entries(value).flatMap(([key, inner]) => walk(inner, [...path, key]))
  }
  return walk({ params: sent.params, query: sent.query, body: sent.body }, [])
}

function exchanged(sent: Sent, place: Place, others: Ids): Sent {
  const copy = structuredClone(sent) as Record<string, unknown>
  let at = copy as Record<string, unknown>
  for (const key of place.path.slice(0, -1)) at = at[key] as Record<string, unknown>
  at[place.path.at(-1)!] = others[place.name]
  return copy as Sent
}

/** Where an id that names nothing here is no error; that nothing of the other firm changes or shows holds there too. */
const HARMLESS: Record<string, string> = {
  'saved-filters.createSavedFilter body.filter':
    'a saved filter is looked through in its own firm only, and there such an id finds nothing',
  'saved-filters.overwriteSavedFilter body.filter': 'the same',
  'accounts.changeAccountTeam body.remove.0': 'taking off a member who is not on the account does nothing',
  'pipelines.saveDraft body.stages':
    'a draft keeps what is typed; ids of stages are made by the caller, and templates and tags that are not here are problems which keep it from being published',
}

/** A filter that names something of another firm may as well answer an empty list. */
function refusedOrEmpty(name: string, place: Place, answered: { status: number; body: unknown }): string | number {
  if (Object.keys(HARMLESS).some((known) => `${name} ${place.path.join('.')}`.startsWith(known))) return answered.status
  if (place.path[0] !== 'query' || answered.status >= 400) return 'refused'
  for (const id of Object.values(theirs!.ids))
    if (JSON.stringify(answered.body).includes(id)) return 'nothing of theirs'
  return answered.status
}

/** What an employee without any account or pipeline must not see. */
function hidden(ids: Ids) {
  const { account, contact, job, organizer, document, pipeline, stage, mail } = ids
  const { task, checkedTask, subtask, taskRecurrence, jobRecurrence } = ids
  return {
    account,
    contact,
    job,
    organizer,
    task,
    checkedTask,
    subtask,
    taskRecurrence,
    jobRecurrence,
    document,
    pipeline,
    stage,
    mail,
  }
}

/** How many rows and events a firm has, and their newest change: anything done in it changes this. */
async function fingerprint({ firm }: World): Promise<string> {
  return firm.run(async (tx) => {
    const counts = []
    for (const table of [
      'events',
      'accounts',
      'contacts',
      'tags',
      'account_tags',
      'templates',
      'pipelines',
      'jobs',
      'job_links',
      'organizers',
      'organizer_answers',
      'tasks',
      'task_subtasks',
      'task_recurrences',
      'job_recurrences',
      'mails',
      'outbox_entries',
      'documents',
      'bulk_acts',
      'saved_filters',
      'imports',
      'team_members',
    ] as const) {
      const row = await tx.db
        .selectFrom(table)
        .select((eb) => eb.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
      counts.push(`${table}:${row.n}`)
    }
    return counts.join(' ')
  })
}

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AccountId, OrganizerId } from '#kernel/ids.ts'
import { ApiProblem } from '#web/api/problem.ts'
import type { AnswerValue, Block, OrganizerDefinition } from '../../model.ts'
import type { AnswerView, PortalOrganizerView } from '../../schemas.ts'
import { AnswerKeeper, RETRY } from './answer-keeper.ts'
import type { Unsaved, UnsavedStore } from './unsaved-store.ts'

const PAUSE = 600

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an answer that is being typed', () => {
  test('ORG-40: is shown at once and saved once, a moment after the last key', async () => {
    const { keeper, saved } = opened()
    keeper.answer('name', 'S', PAUSE)
    keeper.answer('name', 'Sanne', PAUSE)
    expect(keeper.kept()).toMatchObject({ saving: 'unsaved' })
    expect(keeper.kept().answers.get('name')).toBe('Sanne')
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(saved).toEqual([['name', 'Sanne', 0]])
    expect(keeper.kept()).toMatchObject({ saving: 'saved', savedAt: NOW })
  })

  test('goes on while it is saved: the rest follows on top of the new revision', async () => {
    const { keeper, server, saved } = opened()
    const release = server.hold()
    keeper.answer('name', 'San', 0)
    await vi.advanceTimersByTimeAsync(0)
    keeper.answer('name', 'Sanne', PAUSE)
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(saved).toEqual([
      ['name', 'San', 0],
      ['name', 'Sanne', 1],
    ])
    expect(keeper.kept().saving).toBe('saved')
  })

  test('ORG-20: conditions are saved before what depends on them, so that no question is unknown to the server', async () => {
    const { keeper, saved } = opened()
    keeper.answer('kids', true, PAUSE)
    keeper.answer('child', 'Bo', PAUSE)
    keeper.answer('kids', false, PAUSE)
    keeper.answer('kids', true, PAUSE)
    await keeper.flush()
    expect(saved.map(([id]) => id)).toEqual(['kids', 'child'])
  })

  test('ORG-21: an answer whose question is hidden waits until it is seen again', async () => {
    const { keeper, saved } = opened()
    keeper.answer('kids', true, 0)
    await keeper.flush()
    keeper.answer('child', 'Bo', PAUSE)
    keeper.answer('kids', false, 0)
    await keeper.flush()
    expect(saved.map(([id]) => id)).toEqual(['kids', 'kids'])
    expect(keeper.kept().saving).toBe('saved')
    keeper.answer('kids', true, 0)
    await keeper.flush()
    expect(saved.slice(2).map(([id]) => id)).toEqual(['kids', 'child'])
  })
})

describe('without a connection', () => {
  test('nothing is lost: it is tried again, later and later, and what is typed meanwhile goes with it', async () => {
    const { keeper, server, saved } = opened()
    server.offline = true
    keeper.answer('name', 'Sanne', 0)
    await vi.advanceTimersByTimeAsync(0)
    expect(keeper.kept().saving).toBe('waiting')
    keeper.answer('kids', false, 0)
    await vi.advanceTimersByTimeAsync(RETRY)
    expect(keeper.kept().saving).toBe('waiting')
    server.offline = false
    await vi.advanceTimersByTimeAsync(RETRY)
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(RETRY)
    expect(saved.map(([id]) => id)).toEqual(['name', 'kids'])
    expect(keeper.kept().saving).toBe('saved')
  })

  test('what is unsaved outlives the page, and goes out when it is opened again', async () => {
    const store = storeInMemory()
    const first = opened({ store })
    first.server.offline = true
    first.keeper.answer('name', 'Sanne', 0)
    await vi.advanceTimersByTimeAsync(0)
    first.keeper.stop()
    const second = opened({ store })
    expect(second.keeper.kept().answers.get('name')).toBe('Sanne')
    second.keeper.start()
    await vi.advanceTimersByTimeAsync(0)
    expect(second.saved).toEqual([['name', 'Sanne', 0]])
    expect(store.read()).toEqual([])
  })

  test('an answer that arrived although its reply was lost is no clash with oneself', async () => {
    const { keeper, server, saved } = opened()
    server.loseReply = true
    keeper.answer('name', 'San', 0)
    await vi.advanceTimersByTimeAsync(0)
    server.loseReply = false
    keeper.answer('name', 'Sanne', 0)
    await vi.advanceTimersByTimeAsync(RETRY)
    expect(saved.at(-1)).toEqual(['name', 'Sanne', 1])
    expect(keeper.kept().clashes.size).toBe(0)
    expect(keeper.kept().saving).toBe('saved')
  })

  test('a page that goes away sends all of it at once', async () => {
    const { keeper, saved } = opened()
    keeper.answer('name', 'Sanne', PAUSE)
    keeper.answer('kids', false, PAUSE)
    keeper.leave()
    await vi.advanceTimersByTimeAsync(0)
    expect(saved.map(([id]) => id)).toEqual(['name', 'kids'])
  })
})

describe('two who fill in the same organizer', () => {
  const joris = { value: 'Joris', revision: 1, answeredBy: 'Joris Vermeer', answeredAt: '2026-03-03T09:42:00.000Z' }

  test('ORG-37: the newer answer is shown with its author, and one’s own can take its place', async () => {
    const { keeper, server, saved } = opened()
    server.answers.set('name', { questionId: 'name', ...joris })
    keeper.answer('name', 'Sanne', 0)
    await keeper.flush()
    expect(keeper.kept().answers.get('name')).toBe('Joris')
    expect(keeper.kept().clashes.get('name')).toMatchObject({ mine: 'Sanne', theirs: { answeredBy: 'Joris Vermeer' } })
    keeper.settle('name', 'mine')
    await keeper.flush()
    expect(saved).toEqual([['name', 'Sanne', 1]])
    expect(keeper.kept().clashes.size).toBe(0)
  })

  test('what the other one answered shows up, except where one is typing', async () => {
    const { keeper, server } = opened()
    server.answers.set('name', { questionId: 'name', ...joris })
    server.answers.set('note', { questionId: 'note', ...joris, value: 'late' })
    keeper.answer('name', 'Sanne', PAUSE)
    await keeper.refresh()
    expect(keeper.kept().answers.get('note')).toBe('late')
    expect(keeper.kept().answers.get('name')).toBe('Sanne')
  })

  test('a view that was asked for before the last save does not undo it', async () => {
    const { keeper, server } = opened()
    const old = server.view()
    keeper.answer('name', 'Sanne', 0)
    await keeper.flush()
    server.view = () => old
    await keeper.refresh()
    expect(keeper.kept().answers.get('name')).toBe('Sanne')
  })

  test('an answer hidden by somebody else’s waits, and the rest is saved', async () => {
    const { keeper, server, saved } = opened()
    keeper.answer('kids', true, 0)
    await keeper.flush()
    server.answers.set('kids', { questionId: 'kids', ...joris, value: false, revision: 2 })
    keeper.answer('child', 'Bo', 0)
    keeper.answer('note', 'x', 0)
    await vi.advanceTimersByTimeAsync(RETRY)
    expect(saved.map(([id]) => id)).toEqual(['kids', 'note'])
    expect(keeper.kept().answers.get('child')).toBe('Bo')
  })
})

test('ORG-52: once it is sealed nothing is saved, nothing is tried again, and what was typed is still there', async () => {
  const { keeper, server } = opened()
  server.refuse = new ApiProblem('sealed')
  keeper.answer('name', 'Sanne', 0)
  await vi.advanceTimersByTimeAsync(RETRY * 10)
  expect(server.calls).toBe(1)
  expect(keeper.kept()).toMatchObject({ ended: 'sealed', saving: 'unsaved' })
  expect(keeper.kept().answers.get('name')).toBe('Sanne')
})

test('an answer that is refused for what it is holds up no other', async () => {
  const { keeper, server, saved } = opened()
  server.refuseValue = 'bad'
  keeper.answer('name', 'bad', 0)
  keeper.answer('note', 'fine', 0)
  await keeper.flush()
  expect(saved.map(([id]) => id)).toEqual(['note'])
  keeper.answer('name', 'good', 0)
  await keeper.flush()
  expect(saved.at(-1)).toEqual(['name', 'good', 0])
})

const NOW = '2026-03-03T09:42:00.000Z'

function opened({ store = storeInMemory() }: { store?: UnsavedStore } = {}) {
  const server = pretendedServer()
  return { keeper: new AnswerKeeper(server.view(), server, store), server, saved: server.saved }
}

/** Answers as the real one does: revisions, stale saves, hidden questions. */
function pretendedServer() {
  let gate = Promise.resolve()
  const server = {
    offline: false,
    loseReply: false,
    refuse: null as ApiProblem | null,
    refuseValue: null as string | null,
    calls: 0,
    saved: [] as [string, AnswerValue | null, number][],
    answers: new Map<string, AnswerView>(),
    hold() {
      let release = () => {}
      gate = new Promise((resolve) => {
        release = () => resolve(undefined)
      })
      return release
    },
    view: () => viewOf([...server.answers.values()]),
    load: async () => server.view(),
    async save(questionId: string, value: AnswerValue | null, revision: number): Promise<AnswerView> {
      server.calls++
      if (server.offline) throw new ApiProblem('offline')
      if (server.refuse) throw server.refuse
      if (value === server.refuseValue) throw new ApiProblem('invalid')
      if (questionId === 'child' && server.answers.get('kids')?.value !== true) throw new ApiProblem('conflict')
      const current = server.answers.get(questionId)
      if (current && current.value === value) return current
      if ((current?.revision ?? 0) !== revision) throw new ApiProblem('stale', [], { current: current ?? null })
      await gate
      const answer = { questionId, value, revision: revision + 1, answeredBy: 'Sanne', answeredAt: NOW }
      server.answers.set(questionId, answer)
      if (server.loseReply) throw new ApiProblem('offline')
      server.saved.push([questionId, value, revision])
      return answer
    },
  }
  return server
}

function storeInMemory(): UnsavedStore {
  let text = '[]'
  return {
    read: () => JSON.parse(text) as [string, Unsaved][],
    write: (unsaved) => {
      text = JSON.stringify([...unsaved])
    },
  }
}

function viewOf(answers: AnswerView[]): PortalOrganizerView {
  const question = { required: true, condition: null }
  const blocks: Block[] = [
    { type: 'text', id: 'name', label: 'Your name', ...question },
    { type: 'yes_no', id: 'kids', label: 'Children?', ...question },
    {
      type: 'text',
      id: 'child',
      label: 'Name of the child',
      required: true,
      condition: { kind: 'answer', questionId: 'kids', operator: 'equals', value: true },
    },
    { type: 'text', id: 'note', label: 'Anything else?', ...question },
  ]
  const definition: OrganizerDefinition = { sections: [{ id: 'you', name: 'You', condition: null, blocks }] }
  return {
    id: 'o' as OrganizerId,
    name: 'Intake',
    accountId: 'a' as AccountId,
    accountName: 'Vermeer',
    status: 'pending',
    sealed: false,
    archived: false,
    progress: { answered: 0, total: 3 },
    sentAt: NOW,
    updatedAt: NOW,
    startedAt: null,
    submittedAt: null,
    firm: { name: 'Hollis & Vane', color: '#23497d' },
    editable: true,
    definition,
    answers,
    files: [],
    missing: [],
  }
}

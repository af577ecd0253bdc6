import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { StageId } from '#kernel/ids.ts'
import { ApiProblem } from '#web/api/problem.ts'
import type { PipelineDraft } from '../model.ts'
import type { PipelineView } from '../schemas.ts'
import { addStage, changeStage, type Edit, newStage } from './draft-edits.ts'
import { DraftKeeper, PAUSE, RETRY } from './draft-keeper.ts'

const A = 'A' as StageId
const name = (text: string): Edit => changeStage(A, { name: text })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a draft that is being typed', () => {
  test('is saved once, a moment after the last key, and says so', async () => {
    const { keeper, saved } = opened()
    keeper.edit(name('G'))
    keeper.edit(name('Ga'))
    expect(keeper.kept().state).toBe('unsaved')
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(saved).toEqual([['Ga', 1]])
    expect(keeper.kept()).toMatchObject({ state: 'saved', view: { revision: 2 } })
  })

  test('goes on being typed while it is saved: the rest follows with the new revision, nothing is overtaken', async () => {
    const server = opened()
    server.hold()
    server.keeper.edit(name('Ga'))
    await vi.advanceTimersByTimeAsync(PAUSE)
    server.keeper.edit(name('Gather'))
    expect(server.keeper.kept()).toMatchObject({ state: 'saving', draft: { stages: [{ name: 'Gather' }] } })
    server.release()
    await vi.advanceTimersByTimeAsync(0)
    expect(server.saved).toEqual([
      ['Ga', 1],
      ['Gather', 2],
    ])
    expect(server.keeper.kept()).toMatchObject({ state: 'saved', view: { revision: 3 } })
  })

  test('is saved at once when something waits for it, such as publishing', async () => {
    const { keeper, saved } = opened()
    expect(await keeper.flush()).toBe(1)
    keeper.edit(name('Gather'))
    expect(await keeper.flush()).toBe(2)
    expect(saved).toEqual([['Gather', 1]])
  })

  test('finds the problems of the saved draft by ids, whatever is moved meanwhile', async () => {
    const { keeper } = opened()
    keeper.edit(name(''))
    await vi.advanceTimersByTimeAsync(PAUSE)
    const problem = { stageId: 'A', automationId: null, field: 'name', code: 'stage_name_missing' }
    expect(keeper.kept().problems).toMatchObject([problem])
    keeper.edit(addStage(newStage(), 0))
    expect(keeper.kept().problems).toMatchObject([problem])
  })
})

describe('what was typed is never lost', () => {
  test('without a connection it is tried again', async () => {
    const server = opened()
    server.refuse(new ApiProblem('offline'))
    server.keeper.edit(name('Gather'))
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(server.keeper.kept()).toMatchObject({ state: 'failed', draft: { stages: [{ name: 'Gather' }] } })
    await vi.advanceTimersByTimeAsync(RETRY)
    expect(server.keeper.kept().state).toBe('saved')
  })

  test('where somebody else was first, both versions are there to choose from', async () => {
    const stale = () => new ApiProblem('stale', [], { current: viewOf('Collect', 7) })
    const [one, two] = [opened(), opened()]
    for (const server of [one, two]) {
      server.refuse(stale())
      server.keeper.edit(name('Gather'))
      await vi.advanceTimersByTimeAsync(PAUSE)
      server.keeper.edit(name('Gather papers'))
      await vi.advanceTimersByTimeAsync(PAUSE)
      expect(server.keeper.kept()).toMatchObject({
        state: 'stale',
        draft: { stages: [{ name: 'Gather papers' }] },
        theirs: { draft: { stages: [{ name: 'Collect' }] } },
      })
      expect(server.saved).toEqual([])
    }
    one.keeper.takeTheirs()
    expect(one.keeper.kept()).toMatchObject({ state: 'saved', draft: { stages: [{ name: 'Collect' }] } })
    await two.keeper.keepMine()
    expect(two.saved).toEqual([['Gather papers', 7]])
  })

  test('another person’s edit is taken while nothing is unsaved, and only then', async () => {
    const { keeper } = opened()
    keeper.adopt(viewOf('Collect', 2))
    expect(keeper.kept().draft.stages[0]!.name).toBe('Collect')
    keeper.adopt(viewOf('Older', 1))
    expect(keeper.kept().draft.stages[0]!.name).toBe('Collect')
    keeper.edit(name('Gather'))
    keeper.adopt(viewOf('Newer', 3))
    expect(keeper.kept().draft.stages[0]!.name).toBe('Gather')
  })
})

/** A keeper and the server it saves to, which can be held up or made to refuse once. */
function opened() {
  const saved: [string, number][] = []
  let held: Promise<void> | null = null
  let release = () => {}
  let refusal: ApiProblem | null = null
  const save = async ({ stages }: PipelineDraft, revision: number) => {
    if (held) await held
    const refused = refusal
    refusal = null
    if (refused) throw refused
    saved.push([stages[0]!.name, revision])
    return viewOf(stages[0]!.name, revision + 1)
  }
  return {
    saved,
    keeper: new DraftKeeper(viewOf('', 1), save),
    hold: () => {
      held = new Promise((resolve) => {
        release = resolve
      })
    },
    release: () => release(),
    refuse: (problem: ApiProblem) => {
      refusal = problem
    },
  }
}

function viewOf(stageName: string, revision: number): PipelineView {
  const problems = stageName === '' ? [{ path: 'stages.0.name', code: 'stage_name_missing' }] : []
  const draft = { stages: [{ id: A, name: stageName, automations: [] }] }
  return { revision, draft, problems, warnings: [] } as unknown as PipelineView
}

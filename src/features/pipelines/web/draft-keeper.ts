import { type ApiProblem, asProblem } from '#web/api/problem.ts'
import type { PipelineDraft } from '../model.ts'
import type { PipelineView } from '../schemas.ts'
import type { Edit } from './draft-edits.ts'
import { type PlacedProblem, placeProblems } from './problems.ts'

/** How an edited draft stands: what is shown, what of it is saved, and what keeps it from being saved. */
export type Kept = {
  draft: PipelineDraft
  /** what the server said last: everything but the draft is read from here */
  view: PipelineView
  state: 'saved' | 'unsaved' | 'saving' | 'stale' | 'failed'
  problems: PlacedProblem[]
  /** while `stale`: what somebody else saved meanwhile */
  theirs: PipelineView | null
  /** while `failed`: why */
  failure: ApiProblem | null
}

export type DraftKeeper = {
  subscribe(hear: () => void): () => void
  kept(): Kept
  /** changes the draft at once and saves it a moment later */
  edit(edit: Edit): void
  /** saves what is unsaved now; the revision after that, or null where it could not be saved */
  flush(): Promise<number | null>
  /** takes what the server says: another person's edit, or the answer to an act; ignored while something is unsaved */
  adopt(view: PipelineView): void
  /** while `stale`: drops one's own edits, or saves them over the others' */
  takeTheirs(): void
  keepMine(): Promise<number | null>
}

export type SaveDraft = (draft: PipelineDraft, revision: number) => Promise<PipelineView>

/** After the last key before it is saved, and until it is tried again where nothing answered; milliseconds. */
export const PAUSE = 700
export const RETRY = 5000

/** Keeps a draft while it is edited: saves by itself, one save at a time, and never loses what was typed. */
export function keepDraft(first: PipelineView, save: SaveDraft): DraftKeeper {
  const hearers = new Set<() => void>()
  let kept: Kept = savedAs(first)
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<number | null> | null = null

  const set = (change: Partial<Kept>) => {
    kept = { ...kept, ...change }
    for (const hear of hearers) hear()
  }
  const later = (pause: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause)
  }

  const saveOnce = async (revision: number): Promise<number | null> => {
    const { draft } = kept
    set({ state: 'saving', failure: null })
    try {
      const view = await save(draft, revision)
      const changed = kept.draft !== draft
      const problems = placeProblems(view.problems, draft)
      set({ view, problems, state: changed ? 'unsaved' : 'saved', theirs: null })
      return changed ? saveOnce(view.revision) : view.revision
    } catch (error) {
      const failure = asProblem(error)
      const theirs = failure.code === 'stale' ? (failure.detail.current as PipelineView) : null
      set(theirs ? { state: 'stale', theirs } : { state: 'failed', failure })
      if (failure.code === 'offline' || failure.code === 'unavailable') later(RETRY)
      return null
    }
  }

  const start = (revision: number): Promise<number | null> => {
    clearTimeout(timer)
    running = saveOnce(revision).finally(() => {
      running = null
    })
    return running
  }

  async function flush(): Promise<number | null> {
    if (running) return running
    if (kept.state === 'saved') return kept.view.revision
    return kept.state === 'stale' ? null : start(kept.view.revision)
  }

  return {
    subscribe(hear) {
      hearers.add(hear)
      return () => void hearers.delete(hear)
    },
    kept: () => kept,
    edit(edit) {
      const draft = edit(kept.draft)
      if (draft === kept.draft) return
      const held = kept.state === 'stale' || kept.state === 'saving'
      set(held ? { draft } : { draft, state: 'unsaved', failure: null })
      if (!held) later(PAUSE)
    },
    flush,
    adopt(view) {
      if (kept.state !== 'saved' || view.revision < kept.view.revision) return
      set(
        view.revision > kept.view.revision
          ? savedAs(view)
          : { view, problems: placeProblems(view.problems, view.draft) },
      )
    },
    takeTheirs: () => kept.theirs && set(savedAs(kept.theirs)),
    keepMine: async () => (kept.theirs ? start(kept.theirs.revision) : flush()),
  }
}

function savedAs(view: PipelineView): Kept {
  const { draft } = view
  return { draft, view, state: 'saved', problems: placeProblems(view.problems, draft), theirs: null, failure: null }
}

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
  /** what can hardly be meant (B-6) */
  warnings: PlacedProblem[]
  /** while `stale`: what somebody else saved meanwhile */
  theirs: PipelineView | null
  /** while `failed`: why */
  failure: ApiProblem | null
}

export type SaveDraft = (draft: PipelineDraft, revision: number) => Promise<PipelineView>

/** After the last key before it is saved, and until it is tried again where nothing answered; milliseconds. */
export const PAUSE = 700
export const RETRY = 5000

/** Keeps a draft while it is edited: saves by itself, one save at a time, and never loses what was typed. */
export class DraftKeeper {
  readonly #save: SaveDraft
  readonly #hearers = new Set<() => void>()
  #kept: Kept
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<number | null> | null = null

  constructor(first: PipelineView, save: SaveDraft) {
    this.#kept = savedAs(first)
    this.#save = save
  }

  kept = (): Kept => this.#kept

  subscribe = (hear: () => void): (() => void) => {
    this.#hearers.add(hear)
    return () => void this.#hearers.delete(hear)
  }

  /** Changes the draft at once and saves it a moment later. */
  edit = (edit: Edit): void => {
    const { draft: before, state } = this.#kept
    const draft = edit(before)
    if (draft === before) return
    const held = state === 'stale' || state === 'saving'
    this.#set(held ? { draft } : { draft, state: 'unsaved', failure: null })
    if (!held) this.#later(PAUSE)
  }

  /** Saves what is unsaved now; the revision after that, or null where it could not be saved. */
  flush = async (): Promise<number | null> => {
    const { state, view } = this.#kept
    if (this.#running) return this.#running
    if (state === 'saved') return view.revision
    return state === 'stale' ? null : this.#start(view.revision)
  }

  /** Takes what the server says: another's edit, or the answer to an act; ignored while something is unsaved. */
  adopt = (view: PipelineView): void => {
    const { state, view: known } = this.#kept
    if (state !== 'saved' || view.revision < known.revision) return
    this.#set(view.revision > known.revision ? savedAs(view) : { view, ...findings(view, view.draft) })
  }

  /** While `stale`: drops one's own edits. */
  takeTheirs = (): void => {
    const { theirs } = this.#kept
    if (theirs) this.#set(savedAs(theirs))
  }

  /** While `stale`: saves one's own edits over the others'. */
  keepMine = async (): Promise<number | null> => {
    const { theirs } = this.#kept
    return theirs ? this.#start(theirs.revision) : this.flush()
  }

  #start(revision: number): Promise<number | null> {
    clearTimeout(this.#timer)
    this.#running = this.#saveAll(revision).finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** Saves, and once more as long as something was typed meanwhile. */
  async #saveAll(revision: number): Promise<number | null> {
    const { draft } = this.#kept
    this.#set({ state: 'saving', failure: null })
    try {
      const view = await this.#save(draft, revision)
      const changed = this.#kept.draft !== draft
      this.#set({ view, ...findings(view, draft), state: changed ? 'unsaved' : 'saved', theirs: null })
      return changed ? this.#saveAll(view.revision) : view.revision
    } catch (error) {
      this.#refused(asProblem(error))
      return null
    }
  }

  #refused(failure: ApiProblem): void {
    const theirs = failure.code === 'stale' ? (failure.detail.current as PipelineView) : null
    this.#set(theirs ? { state: 'stale', theirs } : { state: 'failed', failure })
    if (failure.code === 'offline' || failure.code === 'unavailable') this.#later(RETRY)
  }

  #later(pause: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pause)
  }

  #set(change: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...change }
    for (const hear of this.#hearers) hear()
  }
}

function savedAs(view: PipelineView): Kept {
  const { draft } = view
  return { draft, view, state: 'saved', ...findings(view, draft), theirs: null, failure: null }
}

function findings({ problems, warnings }: PipelineView, draft: PipelineDraft): Pick<Kept, 'problems' | 'warnings'> {
  return { problems: placeProblems(problems, draft), warnings: placeProblems(warnings, draft) }
}

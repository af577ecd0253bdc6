import { type ApiProblem, asProblem } from '#web/api/problem.ts'
import type { AnswerValue } from '../../model.ts'
import { type Answers, visibleQuestions } from '../../rules.ts'
import type { AnswerView, PortalOrganizerView } from '../../schemas.ts'
import { documentsOf, NOBODY, newestOf, sameValue, valuesOf, withAnswer } from './shown-answers.ts'
import type { Unsaved, UnsavedStore } from './unsaved-store.ts'

/** How the filling in of an organizer stands. */
export type Kept = {
  /** what the server is known to hold */
  view: PortalOrganizerView
  /** what is shown: the server's answers, with what is not saved yet on top */
  answers: Answers
  /** `waiting`: nothing answered, it is tried again by itself */
  saving: 'saved' | 'unsaved' | 'saving' | 'waiting'
  /** when an answer of this page was last saved */
  savedAt: string | null
  /** newer answers of others that took the place of one's own, by question (ORG-37) */
  clashes: ReadonlyMap<string, Clash>
  /** why nothing can be saved any more; what was typed stays on the page */
  ended: Ended | null
}

export type Clash = { theirs: AnswerView; mine: AnswerValue | null }
export type Ended = (typeof ENDS)[number]

export type FillingServer = {
  load(): Promise<PortalOrganizerView>
  save(questionId: string, value: AnswerValue | null, revision: number): Promise<AnswerView>
}

/** The first pause before trying again where nothing answered; doubled up to the longest; milliseconds. */
export const RETRY = 2000
const LONGEST_RETRY = 30_000
const ENDS = ['sealed', 'archived', 'not_signed_in', 'not_found'] as const

/**
 * Keeps the answers of a client while he fills in: saves by itself, one answer after the other, because a question can
 * only be answered once its condition is stored. Nothing typed is ever lost.
 */
export class AnswerKeeper {
  #server: FillingServer
  #store: UnsavedStore
  #kept: Kept
  #hearers = new Set<() => void>()
  #unsaved: Map<string, Unsaved>
  /** what was sent and never answered: it may have arrived all the same */
  #maybeArrived = new Map<string, AnswerValue | null>()
  /** refused for what they are; only another answer helps */
  #impossible = new Set<string>()
  #running: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #wait = RETRY
  #stopped = false

  constructor(view: PortalOrganizerView, server: FillingServer, store: UnsavedStore) {
    this.#server = server
    this.#store = store
    this.#unsaved = new Map(store.read())
    const saving = this.#unsaved.size > 0 ? 'unsaved' : 'saved'
    this.#kept = { view, answers: this.#shown(view), saving, savedAt: null, clashes: new Map(), ended: endOf(view) }
  }

  /** Begins with what an earlier page left unsaved; ends with `stop`. */
  start(): void {
    this.#stopped = false
    if (this.#unsaved.size > 0) this.#later(0)
  }

  subscribe = (hear: () => void) => {
    this.#hearers.add(hear)
    return () => void this.#hearers.delete(hear)
  }

  kept = (): Kept => this.#kept

  /** Shows an answer at once and saves it after `pause` milliseconds. */
  answer(questionId: string, value: AnswerValue | null, pause: number): void {
    const revision = this.#unsaved.get(questionId)?.revision ?? this.#revisionOf(questionId)
    this.#unsaved.set(questionId, { value, revision })
    this.#impossible.delete(questionId)
    const { saving, clashes } = this.#kept
    this.#set({ clashes: without(clashes, questionId), saving: saving === 'saved' ? 'unsaved' : saving })
    if (saving !== 'waiting' && !this.#running) this.#later(pause)
  }

  /** Saves what is unsaved now; ends when it is saved or can't be. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#running ??= this.#saveAll().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  /** The page goes away: sends all that is unsaved at once and waits for nothing. */
  leave(): void {
    for (const [questionId, { value, revision }] of this.#unsaved) {
      this.#maybeArrived.set(questionId, value)
      // what does not arrive is still unsaved, and stays so on this device
      this.#server.save(questionId, value, revision).then(
        (answer) => this.#confirm(questionId, answer, value),
        () => {},
      )
    }
  }

  /** Asks for what others answered meanwhile. */
  async refresh(): Promise<void> {
    try {
      const view = await this.#server.load()
      const answers = newestOf(view.answers, this.#kept.view.answers)
      this.#set({ view: { ...view, answers }, ended: endOf(view) })
    } catch (error) {
      const ended = ENDS.find((code) => code === asProblem(error).code)
      if (ended) this.#set({ ended })
    }
  }

  /** One's own answer instead of the newer one, or never mind. */
  settle(questionId: string, keep: 'mine' | 'theirs'): void {
    const clash = this.#kept.clashes.get(questionId)
    this.#set({ clashes: without(this.#kept.clashes, questionId) })
    if (keep === 'mine' && clash) this.answer(questionId, clash.mine, 0)
  }

  /** Takes over what an act answered: a file that was attached, the submission. */
  change(change: Partial<PortalOrganizerView>): void {
    this.#set({ view: { ...this.#kept.view, ...change } })
  }

  /** The page is left for another one of ours: tries once more to save, and no more after that. */
  stop(): void {
    this.#stopped = true
    void this.flush()
  }

  async #saveAll(): Promise<void> {
    for (let one = this.#next(); one && !this.#kept.ended; one = this.#next()) {
      if (this.#kept.saving !== 'saving') this.#set({ saving: 'saving' })
      if (!(await this.#saveOne(...one))) return
    }
    if (!this.#kept.ended) this.#set({ saving: 'saved' })
  }

  /**
   * The next answer to save: in document order, because what a condition looks at stands before it; one to a hidden
   * question waits until that is seen again.
   */
  #next(): [string, Unsaved] | undefined {
    const { view, answers } = this.#kept
    const visible = visibleQuestions(view.definition, answers, documentsOf(view.files))
    const found = visible.find(({ id }) => this.#unsaved.has(id) && !this.#impossible.has(id))
    return found && [found.id, this.#unsaved.get(found.id)!]
  }

  /** Whether the next one may follow. */
  async #saveOne(questionId: string, { value, revision }: Unsaved): Promise<boolean> {
    try {
      this.#confirm(questionId, await this.#server.save(questionId, value, revision), value)
      return true
    } catch (error) {
      return this.#refuse(questionId, value, asProblem(error))
    }
  }

  #confirm(questionId: string, answer: AnswerView, saved: AnswerValue | null): void {
    this.#maybeArrived.delete(questionId)
    this.#wait = RETRY
    const typed = this.#unsaved.get(questionId)
    if (typed && !sameValue(typed.value, saved)) typed.revision = answer.revision
    else this.#unsaved.delete(questionId)
    this.#set({ view: withAnswer(this.#kept.view, answer), savedAt: answer.answeredAt })
  }

  async #refuse(questionId: string, value: AnswerValue | null, problem: ApiProblem): Promise<boolean> {
    const ended = ENDS.find((code) => code === problem.code)
    if (ended) this.#set({ ended, saving: 'unsaved' })
    if (ended) return false
    if (problem.code === 'stale') this.#lose(questionId, problem.detail.current as AnswerView | null)
    if (problem.code === 'invalid') this.#impossible.add(questionId)
    if (problem.code === 'stale' || problem.code === 'invalid') return true
    this.#maybeArrived.set(questionId, value)
    this.#set({ saving: 'waiting' })
    // hidden by what somebody else answered: look what is asked now
    if (problem.code === 'conflict') await this.refresh()
    this.#later(this.#wait)
    this.#wait = Math.min(this.#wait * 2, LONGEST_RETRY)
    return false
  }

  /** Somebody was faster: his answer is shown, one's own is offered beside it. Unless it was oneself, unanswered. */
  #lose(questionId: string, current: AnswerView | null): void {
    const theirs = current ?? { ...NOBODY, questionId }
    const typed = this.#unsaved.get(questionId)!
    const wasSent = this.#maybeArrived.has(questionId)
    const isOwn = wasSent && sameValue(this.#maybeArrived.get(questionId)!, theirs.value)
    this.#maybeArrived.delete(questionId)
    const { view, clashes } = this.#kept
    if (isOwn) typed.revision = theirs.revision
    else this.#unsaved.delete(questionId)
    const clashing = isOwn ? clashes : new Map(clashes).set(questionId, { theirs, mine: typed.value })
    this.#set({ view: withAnswer(view, theirs), clashes: clashing })
  }

  #later(pause: number): void {
    clearTimeout(this.#timer)
    if (this.#stopped) return
    this.#timer = setTimeout(() => void this.flush(), pause)
  }

  #set(change: Partial<Kept>): void {
    const view = change.view ?? this.#kept.view
    this.#kept = { ...this.#kept, ...change, answers: this.#shown(view) }
    this.#store.write(this.#unsaved)
    for (const hear of this.#hearers) hear()
  }

  #shown(view: PortalOrganizerView): Answers {
    const answers = valuesOf(view.answers)
    for (const [questionId, { value }] of this.#unsaved) answers.set(questionId, value)
    return answers
  }

  #revisionOf(questionId: string): number {
    return this.#kept.view.answers.find((answer) => answer.questionId === questionId)?.revision ?? 0
  }
}

function endOf({ sealed, archived }: PortalOrganizerView): Ended | null {
  return sealed ? 'sealed' : archived ? 'archived' : null
}

function without<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  return new Map([...map].filter(([each]) => each !== key))
}

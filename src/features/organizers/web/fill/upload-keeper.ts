import { type ApiProblem, asProblem } from '#web/api/problem.ts'
import type { FileView } from '../../schemas.ts'

/** A file on its way to the server. */
export type Upload = {
  /** one per file; the server takes a repeated one for the same file */
  key: string
  questionId: string
  file: File
  /** 0 to 1 */
  share: number
  state: 'waiting' | 'sending' | 'failed'
  problem: ApiProblem | null
}

export type UploadServer = {
  /** before a file goes out: what its question depends on must be saved */
  ready(): Promise<void>
  send(upload: Upload, onProgress: (share: number) => void, signal: AbortSignal): Promise<FileView>
  arrived(file: FileView): void
}

/** Sends files one after the other, so that a slow line finishes the first before it starts the second. */
export class UploadKeeper {
  #server: UploadServer
  #uploads: readonly Upload[] = []
  #hearers = new Set<() => void>()
  #sending: { key: string; stop: AbortController } | null = null

  constructor(server: UploadServer) {
    this.#server = server
  }

  subscribe = (hear: () => void) => {
    this.#hearers.add(hear)
    return () => void this.#hearers.delete(hear)
  }

  uploads = (): readonly Upload[] => this.#uploads

  add(questionId: string, files: readonly File[]): void {
    const added = files.map((file): Upload => {
      return { key: crypto.randomUUID(), questionId, file, share: 0, state: 'waiting', problem: null }
    })
    this.#set([...this.#uploads, ...added])
    void this.#sendNext()
  }

  /** Tries again what failed: one file, or all that found no connection. */
  retry(key: string | 'offline'): void {
    const isMeant = (upload: Upload) => (key === 'offline' ? upload.problem?.code === 'offline' : upload.key === key)
    this.#set(
      this.#uploads.map((each) => (isMeant(each) ? { ...each, state: 'waiting', share: 0, problem: null } : each)),
    )
    void this.#sendNext()
  }

  /** Stops an upload and forgets the file. */
  stop(key: string): void {
    this.#set(this.#uploads.filter((each) => each.key !== key))
    if (this.#sending?.key === key) this.#sending.stop.abort(new Error('stopped by the client'))
  }

  async #sendNext(): Promise<void> {
    const next = this.#uploads.find(({ state }) => state === 'waiting')
    if (this.#sending || !next) return
    const stop = new AbortController()
    this.#sending = { key: next.key, stop }
    this.#change(next.key, { state: 'sending' })
    try {
      await this.#server.ready()
      const file = await this.#server.send(next, (share) => this.#change(next.key, { share }), stop.signal)
      this.#set(this.#uploads.filter(({ key }) => key !== next.key))
      this.#server.arrived(file)
    } catch (error) {
      if (!stop.signal.aborted) this.#change(next.key, { state: 'failed', problem: asProblem(error) })
    }
    this.#sending = null
    void this.#sendNext()
  }

  #change(key: string, change: Partial<Upload>): void {
    this.#set(this.#uploads.map((each) => (each.key === key ? { ...each, ...change } : each)))
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads
    for (const hear of this.#hearers) hear()
  }
}

import pg from 'pg'

/**
 * A connection that, while `prepares` is set, prepares each statement once, under a name that its text gets: parsing and
 * planning costs more than carrying most of them out. What is asked for in one go leaves in one write and is answered in turn, without waiting
 * for each other (`pipeline`). Texts beyond `MOST_NAMES`, which only a mistake could make, run unprepared.
 */
export class PreparingClient extends pg.Client {
  prepares: boolean
  private held = false

  constructor({ prepares = false, ...config }: pg.ClientConfig & { prepares?: boolean }) {
    super({ ...config, pipeline: true } as pg.ClientConfig)
    this.prepares = prepares
    this.on('error', () => {}) // a connection that breaks in use is told of by its statements, which fail
  }

  // biome-ignore lint/suspicious/noExplicitAny: pg's own overloads, passed through
  override query(text: any, values?: any, callback?: any): any {
    this.hold()
    const asked = this.prepares && typeof text === 'string' && Array.isArray(values) && values.length > 0
    const name = asked ? nameOf(text) : undefined
    return name === undefined ? super.query(text, values, callback) : super.query({ name, text, values }, callback)
  }

  /** Keeps what is written until everything that can be asked now has been asked. */
  private hold(): void {
    if (this.held) return
    const { stream } = (this as unknown as { connection: { stream: NodeJS.WritableStream & Corkable } }).connection
    this.held = true
    stream.cork()
    process.nextTick(() => {
      this.held = false
      stream.uncork()
    })
  }
}

type Corkable = { cork(): void; uncork(): void }

const names = new Map<string, string>()
const MOST_NAMES = 2000

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size === MOST_NAMES) return known
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

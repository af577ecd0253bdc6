import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'

/** The real program, as bin/start runs it, in a process of its own. */
export type App = {
  child: ChildProcess
  url: string
  /** milliseconds from its start until it was ready */
  took: number
  /** asks it to end in good order; answers its exit code */
  stop(): Promise<number | null>
  /** ends it as a power cut would */
  kill(): Promise<void>
}

/** Node's words in bin/start. */
const WORDS = /^exec node (.*) "\$@"$/m.exec(readFileSync('bin/start', 'utf8'))![1]!.split(' ')

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts the program with these settings and waits until it is ready; throws what it said if it ends before. */
export async function startApp(settings: Record<string, string>): Promise<App> {
  const port = await freePort()
  const env = { ...process.env, THROUGHLINE_DEMO: 'off', ...settings, PORT: String(port) }
  const began = performance.now()
  const child = spawn(process.execPath, WORDS, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  running.add(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  void ended.then(() => running.delete(child))
  let said = ''
  child.stderr.on('data', (piece: Buffer) => {
    said = (said + piece).slice(-10_000)
  })
  const url = `http://127.0.0.1:${port}`
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}: ${said}`)
    return (await fetch(`${url}/readyz`).catch(() => null))?.ok === true
  }, 5)
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  const took = performance.now() - began
  return { child, url, took, stop: () => end('SIGINT'), kill: async () => void (await end('SIGKILL')) }
}

/** Asks again until it holds; who waits has a time limit of his own that ends what never does. */
export async function until(holds: () => Promise<boolean>, pauseMs = 50): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, pauseMs))
}

/** The embedded server listens on a socket only; as a setting its address must be a URL with a host. */
export function overSocket(url: string): string {
  const socket = /\?host=([^&]+)$/.exec(url)?.[1]
  return socket
    ? url.replace('@/', `@${encodeURIComponent(decodeURIComponent(socket))}/`).replace(/\?host=.*$/, '')
    : url
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

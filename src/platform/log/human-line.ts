import type { ErrorDescription } from './describe-error.ts'

/** One JSON log line as a person at a terminal wants it: time, level, sentence, facts; an error's stack below. */
export function humanLine(json: string): string {
  const { time, level, msg, pid: _, err, ...facts } = JSON.parse(json) as Line
  const shown = Object.entries(facts).map(([name, value]) => `${name}=${asText(value)}`)
  const line = [clockTime(time), level.padEnd(5), msg, ...shown].filter(Boolean).join(' ')
  return `${[line, ...(err ? stackLines(err) : [])].join('\n')}\n`
}

type Line = { time: string; level: string; pid: number; msg?: string; err?: ErrorDescription } & Record<string, unknown>

/** The machine's own time of day, to the second. */
function clockTime(instant: string): string {
  return new Date(instant).toTimeString().slice(0, 8)
}

function asText(value: unknown): string {
  return typeof value === 'string' && !/[\s"]/.test(value) ? value : JSON.stringify(value)
}

function stackLines(error: ErrorDescription): string[] {
  const what = [error.type, error.kind, error.table, error.constraint].filter(Boolean).join(' ')
  return [
    `  ${what}: ${error.message}`,
    ...error.at.map((place) => `    ${place}`),
    ...(error.cause ? stackLines(error.cause) : []),
  ]
}

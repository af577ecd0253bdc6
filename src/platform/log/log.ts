import { pino } from 'pino'
import { describeError } from './describe-error.ts'
import { humanLine } from './human-line.ts'

/** Writes what the operator needs to know; never what a client entered, a name, an address, a token or a password. */
export type Log = pino.Logger

/** Where lines go; a terminal gets short lines for people, everything else JSON, one object a line. */
type LogOutput = { write(text: string): unknown; isTTY?: boolean }

/** The process's log. Errors go under `err`: `log.error({ err, requestId }, 'request failed')`. */
export function createLog(output: LogOutput = process.stdout): Log {
  const destination = output.isTTY ? { write: (json: string) => output.write(humanLine(json)) } : output
  return pino(
    {
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      redact: { paths: SENSITIVE.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '…' },
    },
    destination,
  )
}

/** Names whose values are never written, however they got here. */
const SENSITIVE = [
  'password',
  'secret',
  'token',
  'link',
  'authorization',
  'cookie',
  'email',
  'phone',
  'ssn',
  'taxId',
  'answer',
  'answers',
  'body',
]

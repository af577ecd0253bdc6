import { describe, expect, test } from 'vitest'
import { createLog } from './log.ts'

describe('the log', () => {
  test('is one JSON object a line', () => {
    const { log, lines } = record()
    log.info({ port: 3000 }, 'listening')
    log.warn('mail is kept in the outbox')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'info', msg: 'listening', port: 3000, pid: process.pid },
      { level: 'warn', msg: 'mail is kept in the outbox' },
    ])
  })

  test('is a short line for a person at a terminal', () => {
    const { log, lines } = record({ isTTY: true })
    log.info({ port: 3000, url: 'http://127.0.0.1:3000', note: 'two words' }, 'listening')
    expect(lines.join('')).toMatch(
      /^\d\d:\d\d:\d\d info {2}listening port=3000 url=http:\/\/127\.0\.0\.1:3000 note="two words"\n$/,
    )
  })

  test('shows a person where an error comes from, and what caused it', () => {
    const { log, lines } = record({ isTTY: true })
    log.error({ err: new Error('chunk failed', { cause: new TypeError('no visit') }) }, 'bulk move stopped')
    expect(lines.join('')).toMatch(
      /bulk move stopped\n {2}Error: chunk failed\n {4}at .+\n[\s\S]+ {2}TypeError: no visit\n/,
    )
  })

  test.each([{ isTTY: true }, { isTTY: false }])('never writes what a client entered (%o)', (terminal) => {
    const { log, lines } = record(terminal)
    const secret = '078-05-1120'
    log.info({ ssn: secret, contact: { email: secret }, request: { headers: { cookie: secret } } }, 'saved')
    log.error({ err: databaseError('23505', 'duplicate key value', secret) }, 'failed')
    log.error({ err: databaseError('22P02', `invalid input syntax for type uuid: "${secret}"`, secret) }, 'failed')
    expect(lines.join('')).toContain('duplicate key value')
    expect(lines.join('')).toContain('accounts_tax_id_key')
    expect(lines.join('')).not.toContain(secret)
  })
})

function record(terminal: { isTTY?: boolean } = {}) {
  const lines: string[] = []
  return { lines, log: createLog({ ...terminal, write: (text) => lines.push(text) }) }
}

/** As `pg` throws it: the row's values stand in fields of their own. */
function databaseError(code: string, message: string, value: string): Error {
  return Object.assign(new Error(message), {
    code,
    detail: `Key (tax_id)=(${value}) already exists.`,
    where: `unnamed portal parameter $1 = '${value}'`,
    constraint: 'accounts_tax_id_key',
  })
}

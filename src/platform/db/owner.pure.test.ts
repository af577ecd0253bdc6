import { expect, test } from 'vitest'
import { sentenceOf } from './owner.ts'

function trouble(message: string, over: object): Error {
  return Object.assign(new Error(message), over)
}

test.each([
  [trouble('password authentication failed', { code: '28P01' }), 'user and password that its server refuses'],
  [trouble('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', {}), 'user and password'],
  [trouble('', { errors: [trouble('', { code: 'ECONNREFUSED' })] }), 'nothing answers at its host and port'],
  [trouble('timeout expired', {}), 'nothing answers'],
  [trouble('getaddrinfo', { code: 'ENOTFOUND' }), 'a host that nobody knows'],
  [trouble('The server does not support SSL connections', {}), 'asks for TLS'],
  [trouble('Invalid URL', { code: 'ERR_INVALID_URL' }), 'must look like postgresql://'],
  [trouble('migration failed', { cause: trouble('permission denied', { code: '42501' }) }), 'CREATEROLE'],
])('%o is told as something to mend', (error, sentence) => {
  expect(sentenceOf(error)).toContain(sentence)
})

test('a mistake of ours is told as it is', () => {
  expect(sentenceOf(trouble('syntax error at or near "tabel"', { code: '42601' }))).toBeUndefined()
})

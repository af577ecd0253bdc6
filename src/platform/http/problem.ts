import type { z } from 'zod'
import { type FieldProblem, Refusal, type RefusalCode } from '#kernel/refusal.ts'

/** An RFC 9457 answer: what went wrong, in which fields, and the id under which the log tells more. */
export type Problem = {
  type: string
  title: string
  status: number
  code: RefusalCode
  fields: FieldProblem[]
  detail: Record<string, unknown>
  requestId: string
}

/** Database errors that are the input's fault (control characters, broken Unicode): refused, not a bug. */
const INPUT_ERRORS = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008'])
const GONE_ERRORS = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'EPIPE',
])
/** What pg says where it has no code. */
const GONE_WORDS = /Connection terminated|connection error and is not queryable|Client was closed/
const RETRY_ERRORS = new Set(['40001', '40P01'])

export function problemOf(refusal: Refusal, requestId: string): Problem {
  return {
    type: `urn:throughline:refusal:${refusal.code}`,
    title: refusal.code.replaceAll('_', ' '),
    status: refusal.status,
    code: refusal.code,
    fields: refusal.fields,
    detail: refusal.detail,
    requestId,
  }
}

/** What an error means to a caller; `bug` is whatever nobody foresaw. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const code = (error as { code?: string } | null)?.code ?? ''
  if (INPUT_ERRORS.has(code)) return new Refusal('invalid', [{ path: '', code: 'unreadable_text' }])
  if (isAway(error)) return new Refusal('unavailable')
  return new Refusal('bug')
}

/** The database went away in the middle, or is not back yet: says nothing about what was asked. */
export function isAway(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code ?? ''
  return GONE_ERRORS.has(code) || GONE_WORDS.test(String(error))
}

/** A deadlock or a serialization failure: nothing happened, so the same call may simply run again. */
export function mayRunAgain(error: unknown): boolean {
  return RETRY_ERRORS.has((error as { code?: string } | null)?.code ?? '')
}

/** What a row was to refer to was deleted since it was looked at: who looks again finds it gone, and can say so. */
export function isGoneMeanwhile(error: unknown): boolean {
  return (error as { code?: string } | null)?.code === '23503'
}

/** zod's findings as field problems; the codes are text keys under `field.`. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.map((issue): FieldProblem => {
    const path = issue.path.join('.')
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined
          ? { path, code: 'required' }
          : { path, code: 'wrong_type', params: { expected: String(issue.expected) } }
      case 'too_small':
        return issue.origin === 'string' && Number(issue.minimum) === 1
          ? { path, code: 'required' }
          : { path, code: `too_small_${kindOfSize(issue.origin)}`, params: { minimum: Number(issue.minimum) } }
      case 'too_big':
        return { path, code: `too_big_${kindOfSize(issue.origin)}`, params: { maximum: Number(issue.maximum) } }
      case 'invalid_format':
        return { path, code: issue.format === 'email' ? 'invalid_email' : 'invalid_format' }
      case 'unrecognized_keys':
        return { path: [...issue.path, issue.keys[0]].join('.'), code: 'unknown_field' }
      case 'custom':
        return { path, code: (issue.params?.['code'] as string | undefined) ?? 'invalid_value' }
      default:
        return { path, code: 'invalid_value' }
    }
  })
}

function kindOfSize(origin: string): 'text' | 'list' | 'number' {
  if (origin === 'string') return 'text'
  return origin === 'array' || origin === 'set' ? 'list' : 'number'
}

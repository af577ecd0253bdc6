import { type FieldProblem, REFUSALS, type RefusalCode } from '#kernel/refusal.ts'

/** What can go wrong with a call: the server's refusals, and no answer at all. */
export type ProblemCode = RefusalCode | 'offline'

/** A refused or failed call. `fields` name what to mend; `detail` holds the facts to go on (the current state). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: ProblemCode
  readonly fields: FieldProblem[]
  readonly detail: Record<string, unknown>
  /** tells the log line; '' where there was no answer */
  readonly requestId: string

  constructor(code: ProblemCode, fields: FieldProblem[] = [], detail: Record<string, unknown> = {}, requestId = '') {
    super(code)
    this.code = code
    this.fields = fields
    this.detail = detail
    this.requestId = requestId
  }
}

/** Reads the body of an answer that is not 2xx. Whatever is not our problem+json comes from something in between. */
export function problemFrom(status: number, body: string): ApiProblem {
  const { code, fields, detail, requestId } = parsed(body)
  if (isKnown(code)) return new ApiProblem(code, fields ?? [], detail ?? {}, requestId ?? '')
  if (status === 413) return new ApiProblem('too_large')
  return new ApiProblem(status >= 500 ? 'unavailable' : 'bug')
}

/** Any thrown thing as a problem: what is not one of ours is a bug in the page. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('bug')
}

function parsed(body: string): Partial<ApiProblem> {
  try {
    return (JSON.parse(body) ?? {}) as Partial<ApiProblem>
  } catch {
    return {}
  }
}

function isKnown(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(REFUSALS, code)
}

/**
 * Every refusal a person or a caller can meet: its HTTP status. Titles are texts under `refusal.<code>`.
 * Missing and forbidden answer alike (`not_found`), so that nobody learns what exists elsewhere.
 */
export const REFUSALS = {
  not_found: 404,
  not_signed_in: 401,
  cross_site: 403,
  second_factor_required: 403,
  wrong_credentials: 401,
  too_many_attempts: 429,
  invalid: 422,
  malformed: 400,
  too_large: 413,
  unsupported_file: 415,
  conflict: 409,
  stale: 409,
  precondition_required: 428,
  in_use: 409,
  idempotency_mismatch: 422,
  link_expired: 410,
  link_used: 410,
  other_device: 403,
  code_wrong: 422,
  not_published: 409,
  archived: 409,
  deleted: 409,
  sealed: 409,
  incomplete: 422,
  unavailable: 503,
  bug: 500,
} as const

export type RefusalCode = keyof typeof REFUSALS

/** What is wrong with one field: `path` as in the body (`stages.0.name`), `code` a text key under `field.`. */
export type FieldProblem = { path: string; code: string; params?: Record<string, string | number> }

/** An expected "no". Thrown by shells, turned into problem+json once, at the HTTP mount; everything else is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly fields: FieldProblem[]
  /** Facts the caller needs to go on: the current state for a loser, the uses that block a deletion. */
  readonly detail: Record<string, unknown>

  constructor(code: RefusalCode, fields: FieldProblem[] = [], detail: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.fields = fields
    this.detail = detail
  }

  get status(): number {
    return REFUSALS[this.code]
  }
}

/** A body that is refused because of one field. */
export function invalid(path: string, code: string, params?: Record<string, string | number>): Refusal {
  return new Refusal('invalid', [params ? { path, code, params } : { path, code }])
}

import type { z } from 'zod'
import type { RefusalCode } from './refusal.ts'
import type { Right } from './rights.ts'

/** Who may call an endpoint. One without it does not compile; row visibility comes on top, in the queries. */
export type Who =
  | { anyone: true }
  /** `beforeSecondFactor`: also members whose firm requires a second factor that they do not have yet (SEC-1) */
  | { staff: 'any' | 'admin' | 'owner' | Right; beforeSecondFactor?: true }
  | { client: true }
  /** a client's session, or the opened to-do link of exactly that item (D-12) */
  | { clientOrTodoLink: true }

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/**
 * One endpoint: routing, permission check, validation, typed client and OpenAPI all follow from it.
 * `path` is below `/api/v1` and writes parameters as `{id}`.
 */
export type Endpoint = {
  method: Method
  path: string
  summary: string
  who: Who
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  /** `upload`: the body is one file's raw bytes, its name in the query as `name`; `bytes`: the answer is a file. */
  format?: 'upload' | 'bytes'
  returns: z.ZodType
  status?: 200 | 201 | 202 | 204
  refusals?: readonly RefusalCode[]
  /** The answer carries `revision`, sent as ETag; `required`: the call must send If-Match with it. */
  revision?: 'sent' | 'required'
  /** A body (and params, query) that the contract test sends to the demo firm; ids are filled in by name. */
  example?: { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }
}

export type Contract = Record<string, Endpoint>

/** Keeps the literal types of a slice's endpoints. */
export function contract<const C extends Contract>(endpoints: C): C {
  return endpoints
}

export type ParamsOf<E extends Endpoint> = E['params'] extends z.ZodType ? z.output<E['params']> : Record<never, never>
export type QueryOf<E extends Endpoint> = E['query'] extends z.ZodType ? z.output<E['query']> : Record<never, never>
export type BodyOf<E extends Endpoint> = E['body'] extends z.ZodType ? z.output<E['body']> : undefined
export type ReturnOf<E extends Endpoint> = z.output<E['returns']>

import type { ClientActor, MemberActor, SignedIn, TodoLinkActor } from '#kernel/actor.ts'
import type { BodyOf, Contract, Endpoint, ParamsOf, QueryOf, ReturnOf } from '#kernel/contract.ts'
import type { Origin } from '../db/tables.ts'
import type { Tx, TxSource } from '../db/tx.ts'
import type { StoredFile } from '../files/files.ts'

/** The actor that an endpoint's `who` lets in. */
export type ActorFor<E extends Endpoint> = E['who'] extends { anyone: true }
  ? SignedIn | null
  : E['who'] extends { client: true }
    ? ClientActor
    : E['who'] extends { clientOrTodoLink: true }
      ? ClientActor | TodoLinkActor
      : MemberActor

/** One call as its route sees it: everything validated, the permission checked. */
export type Call<E extends Endpoint> = {
  params: ParamsOf<E>
  query: QueryOf<E>
  body: BodyOf<E>
  actor: ActorFor<E>
  /** the revision the caller saw (If-Match); null where it sent none */
  ifMatch: number | null
  origin: Origin
  /** request headers, for the few routes that deal in cookies */
  headers: Headers
  /** adds a header to the answer (a cookie) */
  answerHeader(name: string, value: string): void
  /** where `format` is `upload`: what was received, already stored and typed by its content */
  file: StoredFile
  /** for endpoints that anyone may call: they open their own transactions, in the firm they find */
  source: TxSource
}

/** Where `format` is `bytes`, a route returns this. */
export type FileAnswer = { name: string; mediaType: string; bytes: number; stream: ReadableStream<Uint8Array> }

type Answer<E extends Endpoint> = E['format'] extends 'bytes' ? FileAnswer : ReturnOf<E>

/** A route: in the caller's firm and one transaction, or, where anyone may call, without. */
export type Route<E extends Endpoint> = E['who'] extends { anyone: true }
  ? (call: Call<E>) => Promise<Answer<E>>
  : (tx: Tx, call: Call<E>) => Promise<Answer<E>>

/** One route per endpoint of the contract; a missing or surplus one does not compile. */
export type Routes<C extends Contract> = { [Name in keyof C]: Route<C[Name]> }

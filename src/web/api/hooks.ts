import {
  keepPreviousData,
  type Query,
  type QueryClient,
  type QueryKey,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { Endpoint, ReturnOf } from '#kernel/contract.ts'
import { type AnyInput, call, type InputOf } from './call.ts'
import { type ApiProblem, asProblem } from './problem.ts'

export type EndpointOptions<E extends Endpoint> = {
  /** false: don't ask yet */
  enabled?: boolean
  /** true: show the previous answer while the input changes (filters, paging), so nothing jumps */
  keepPrevious?: boolean
  /** further topics that the answer speaks of: a board, found under a pipeline, shows `jobs` and `accounts` */
  hears?: string[]
  /** asks again after so many milliseconds while something is under way that tells nobody; false: no more */
  everyMs?: (answer: ReturnOf<E> | undefined) => number | false
}

/**
 * The answer of a GET endpoint, kept fresh: asked again when `useLive` hears that its topic changed or an act of the
 * same topic was done. Result of TanStack Query: `data`, `error` (ApiProblem), `isPending`, `isFetching`, `refetch`.
 */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  { enabled = true, keepPrevious = false, hears = [], everyMs }: EndpointOptions<E> = {},
): UseQueryResult<ReturnOf<E>, ApiProblem> {
  return useQuery<ReturnOf<E>, ApiProblem>({
    queryKey: queryKeyOf(endpoint, input),
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    enabled,
    meta: { hears },
    refetchInterval: (query) => everyMs?.(query.state.data) ?? false,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}

/**
 * Asks what was never asked, while the page that will show the answer is still being loaded: `useEndpoint` finds it under
 * way, and keeps it fresh from then on.
 */
export function askEarly<E extends Endpoint>(queries: QueryClient, endpoint: E, input: InputOf<E>): void {
  const queryKey = queryKeyOf(endpoint, input)
  if (queries.getQueryState(queryKey)) return
  void queries.prefetchQuery({ queryKey, queryFn: ({ signal }) => call(endpoint, input, { signal }) })
}

export type Act<E extends Endpoint> = {
  /** Does it. Gives the answer, or null where it was refused; then `problem` says why. */
  run(input: InputOf<E>): Promise<ReturnOf<E> | null>
  isRunning: boolean
  problem: ApiProblem | null
  /** forgets the problem */
  reset(): void
}

export type ActOptions<E extends Endpoint> = {
  onDone?: (answer: ReturnOf<E>, input: InputOf<E>) => void
  onProblem?: (problem: ApiProblem, input: InputOf<E>) => void
  /** topics (first path segments) to ask again besides the endpoint's own */
  touches?: string[]
}

/**
 * Something a person does: any endpoint that changes state. Repeating the same act after no answer came sends the same
 * Idempotency-Key, so it happens once.
 */
export function useAct<E extends Endpoint>(
  endpoint: E,
  { onDone, onProblem, touches = [] }: ActOptions<E> = {},
): Act<E> {
  const queries = useQueryClient()
  const unanswered = useRef<{ input: string; key: string } | null>(null)
  const mutation = useMutation<ReturnOf<E>, ApiProblem, InputOf<E>>({
    mutationFn: async (input) => {
      const attempt = { input: JSON.stringify(input), key: crypto.randomUUID() as string }
      if (unanswered.current?.input === attempt.input) attempt.key = unanswered.current.key
      unanswered.current = attempt
      const answer = await call(endpoint, input, { idempotencyKey: attempt.key }).catch((error: unknown) => {
        if (asProblem(error).code !== 'offline') unanswered.current = null
        throw error
      })
      unanswered.current = null
      return answer
    },
  })
  const run = async (input: InputOf<E>) => {
    try {
      const answer = await mutation.mutateAsync(input)
      void askAgain(queries, (topic) => topic === topicOf(endpoint) || touches.includes(topic))
      onDone?.(answer, input)
      return answer
    } catch (error) {
      onProblem?.(asProblem(error), input)
      return null
    }
  }
  return { run, isRunning: mutation.isPending, problem: mutation.error, reset: mutation.reset }
}

/** Where an answer is cached: `[topic, 'get /jobs/{id}', input]`; for optimistic edits of what is shown. */
export function queryKeyOf(endpoint: Endpoint, input: AnyInput): QueryKey {
  return [topicOf(endpoint), `${endpoint.method} ${endpoint.path}`, input]
}

/**
 * Asks again whatever is shown of these topics; ends when the answers are there. A first answer that is still under way
 * may be older than what changed: it is waited for, and asked for again.
 */
export async function askAgain(queries: QueryClient, isMeant: (topic: string) => boolean): Promise<void> {
  const predicate = ({ queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>) =>
    [String(queryKey[0]), ...((meta?.['hears'] as string[]) ?? [])].some(isMeant)
  const isUnanswered = ({ state }: Query) => state.data === undefined && state.fetchStatus === 'fetching'
  const unanswered = queries.getQueryCache().findAll({ predicate }).filter(isUnanswered)
  await queries.invalidateQueries({ predicate })
  if (unanswered.length === 0) return
  await Promise.allSettled(unanswered.map((query) => query.promise))
  await queries.invalidateQueries({ predicate: (query) => unanswered.includes(query) })
}

/** The first path segment: what acts and live changes invalidate by. */
export function topicOf(endpoint: Endpoint): string {
  return endpoint.path.split('/')[1] ?? ''
}

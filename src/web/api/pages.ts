import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Endpoint, ReturnOf } from '#kernel/contract.ts'
import { type AnyInput, call, type InputOf } from './call.ts'
import { type EndpointOptions, queryKeyOf } from './hooks.ts'
import type { ApiProblem } from './problem.ts'

/** What every list answers: some items, and where to go on. */
export type Page = { items: unknown[]; next: string | null }

export type Pages<Answer extends Page> = {
  /** all items loaded so far; undefined before the first answer */
  items: Answer['items'] | undefined
  /** the first answer, for what it says beside its items */
  first: Answer | undefined
  /** asks for the next page; null where there is none, or one is on its way: hand it to `Table` as `more` */
  more: (() => void) | null
  problem: ApiProblem | null
  retry: () => void
}

export type PagesOptions = Pick<EndpointOptions<Endpoint>, 'enabled' | 'hears'> & {
  /** asks again after so many milliseconds */
  everyMs?: number | false
}

/** A list by pages of a GET endpoint that takes `cursor`. While filters change, the previous rows stay. */
export function usePages<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options?: PagesOptions,
): ReturnOf<E> extends Page ? Pages<ReturnOf<E>> : never
export function usePages(
  endpoint: Endpoint,
  input: InputOf<Endpoint>,
  { enabled = true, hears = [], everyMs = false }: PagesOptions = {},
): Pages<Page> {
  const asked = useInfiniteQuery<Page, ApiProblem>({
    queryKey: [...queryKeyOf(endpoint, input), 'pages'],
    queryFn: ({ pageParam, signal }) => {
      const paged: AnyInput = { ...input, query: { ...(input as AnyInput).query, cursor: pageParam ?? undefined } }
      return call(endpoint, paged as InputOf<Endpoint>, { signal }) as Promise<Page>
    },
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: everyMs,
    meta: { hears },
  })
  return {
    items: asked.data?.pages.flatMap((page) => page.items),
    first: asked.data?.pages[0],
    more: asked.hasNextPage && !asked.isFetching ? () => void asked.fetchNextPage() : null,
    problem: asked.error,
    retry: () => void asked.refetch(),
  }
}

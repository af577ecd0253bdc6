import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { asProblem } from './problem.ts'

const MOST_TRIES = 3

/**
 * The cache of answers. A call that got no answer is tried again, a refusal never; acts are tried once and say
 * `offline` at once rather than wait. `onSignedOut` is told when the session has ended.
 */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error) => {
    if (asProblem(error).code === 'not_signed_in') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 30_000, networkMode: 'always', retry: mayTryAgain },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

function mayTryAgain(failures: number, error: Error): boolean {
  const { code } = asProblem(error)
  return (code === 'offline' || code === 'unavailable') && failures < MOST_TRIES
}

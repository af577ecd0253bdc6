import type { Endpoint } from '#kernel/contract.ts'
import { slices } from '../../../src/slices.ts'
import { clientSamples } from './clients.ts'
import { jobSamples } from './jobs.ts'
import { peopleSamples } from './people.ts'
import type { Samples } from './sample.ts'
import { workSamples } from './work.ts'

export type { Sample } from './sample.ts'

/** One call for every route there is; a route without a row fails the tests that walk the router. */
export const samples: Samples = { ...clientSamples, ...workSamples, ...jobSamples, ...peopleSamples }

/** Every route of the router, by `slice.endpoint`. */
export const endpoints: [string, Endpoint][] = slices.flatMap((slice) =>
  Object.entries(slice.contract).map(([name, endpoint]): [string, Endpoint] => [`${slice.name}.${name}`, endpoint]),
)

import { crashes } from './crashes.ts'
import type { Figure, Workload } from './figure.ts'
import { races } from './races.ts'
import { simulateHistories } from './simulate.ts'
import { w1 } from './w1.ts'
import { w2 } from './w2.ts'
import { w3 } from './w3.ts'
import { w10 } from './w10.ts'
import { w14 } from './w14.ts'

const WORKLOADS: Record<string, Workload> = { w1, w2, w3, w10, w14, races, crashes, simulate: simulateHistories }

/** bin/bench [workload] [--quick]: measures, tells what it does, and ends with one JSON line per figure. */
async function main(args: string[]): Promise<number> {
  const quick = args.includes('--quick')
  const names = args.filter((arg) => !arg.startsWith('--'))
  const unknown = names.filter((name) => !(name in WORKLOADS))
  if (unknown.length > 0) {
    console.error(`There is no workload ${unknown.join(', ')}; there are ${Object.keys(WORKLOADS).join(', ')}.`)
    return 2
  }
  const figures: Figure[] = []
  for (const name of names.length > 0 ? names : Object.keys(WORKLOADS))
    figures.push(...(await WORKLOADS[name]!({ quick })))
  for (const figure of figures) console.log(JSON.stringify(figure))
  return 0
}

process.exitCode = await main(process.argv.slice(2))

import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** The most bytes that were alive at any of the looks taken while `work` ran. */
export async function liveBytes(work: Promise<unknown>): Promise<number> {
  let over = false
  const done = work.finally(() => {
    over = true
  })
  let most = look()
  while (!over) {
    await pause(500)
    most = Math.max(most, look())
  }
  await done
  return most
}

function look(): number {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

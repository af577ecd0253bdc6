import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** CPU seconds that this process (the app, and who calls it) and the PostgreSQL server have used so far. */
export type Cpu = { app: number; postgres: number }

const TICKS = 100

/** Reads /proc; where there is none, PostgreSQL's part is not known and counts as 0. */
export function cpuOf(cluster: string): Cpu {
  const { user, system } = process.cpuUsage()
  return { app: (user + system) / 1e6, postgres: postgresSeconds(cluster) }
}

export function sayCpu(before: Cpu, after: Cpu): string {
  const used = (of: keyof Cpu) => (after[of] - before[of]).toFixed(1)
  return `CPU ${used('app')} s app, ${used('postgres')} s PostgreSQL`
}

/** The postmaster with its children: those that live, and those that it has seen end. */
function postgresSeconds(cluster: string): number {
  try {
    const postmaster = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    const ours = all
      .flatMap((pid) => statOf(pid) ?? [])
      .filter((it) => it.pid === postmaster || it.parent === postmaster)
    return ours.reduce((sum, it) => sum + it.own + (it.pid === postmaster ? it.ended : 0), 0)
  } catch {
    return 0
  }
}

function statOf(pid: string): { pid: number; parent: number; own: number; ended: number } | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ticks = (index: number) => Number(fields[index]) / TICKS
    return { pid: Number(pid), parent: Number(fields[1]), own: ticks(11) + ticks(12), ended: ticks(13) + ticks(14) }
  } catch {
    return null // it has just ended
  }
}

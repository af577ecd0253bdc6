import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/**
 * When a running program was started, as a text that no other program with this number ever has, also after a reboot;
 * undefined when nothing runs under the number (what only waits to be collected by its parent runs no more).
 */
export function birthOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart')
  const stat = read(`/proc/${pid}/stat`)
  if (!stat) return undefined
  // "pid (name) state …"; the name may hold spaces and brackets. The 22nd field is the start, in ticks since the boot.
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (state === 'Z' || state === 'X') return undefined
  return `${read('/proc/sys/kernel/random/boot_id')?.trim()}/${fields[18]}`
}

/** The command line of a running program, its words separated by single spaces. */
export function commandOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'command')
  return read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ')
}

/** Whether a program's working folder is this one; undefined where the system does not say. */
export function worksIn(pid: number, folder: string): boolean | undefined {
  try {
    const there = statSync(`/proc/${pid}/cwd`)
    const here = statSync(folder)
    return there.dev === here.dev && there.ino === here.ino
  } catch {
    return undefined
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function ps(pid: number, column: 'lstart' | 'command'): string | undefined {
  try {
    const answer = execFileSync('ps', ['-o', `stat=,${column}=`, '-p', String(pid)], {
      env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' },
    })
    const [state, ...rest] = answer.toString().trim().split(/ +/)
    return state?.startsWith('Z') ? undefined : rest.join(' ')
  } catch {
    return undefined
  }
}

import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The path of a Chromium for the journeys: CHROMIUM_PATH, or one that is installed. Root on Debian or Ubuntu gets one
 * installed; otherwise throws an error whose message says in one sentence what to install.
 */
export function findOrInstallChromium(): string {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (isProgram(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH names ${chosen}, which is not a program.`)
  }
  const found = findChromium() ?? (mayInstall() ? install() : undefined)
  if (found) return found
  throw new Error(`The journeys need a browser: ${ADVICE}, or name one in CHROMIUM_PATH.`)
}

const APT_GET = '/usr/bin/apt-get'

const ADVICE = existsSync(APT_GET)
  ? 'install one with "sudo apt-get install chromium fonts-liberation"'
  : 'install Chromium or Google Chrome'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

function findChromium(): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)]
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...places, ...APPLICATIONS].find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync(APT_GET)
}

function install(): string | undefined {
  console.log('Installing Chromium for the journeys…')
  const packages = ['chromium', 'fonts-liberation']
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', ...packages)
  return findChromium()
}

/** Quiet unless it fails; another apt-get that is at work is waited for. */
function aptGet(...words: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, stderr } = spawnSync(APT_GET, ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...words], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (status !== 0) console.error(`apt-get ${words[0]}: ${stderr.toString().trim()}`)
}

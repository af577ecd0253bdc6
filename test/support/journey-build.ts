import { execFileSync } from 'node:child_process'

/** Once before all journeys: builds the web app unless it was built from these very files. */
export default function setup(): void {
  execFileSync('sh', ['bin/build'], { cwd: new URL('../..', import.meta.url).pathname, stdio: 'inherit' })
}

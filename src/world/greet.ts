import type { Config } from '../platform/config/config.ts'
import type { System } from '../system.ts'
import { demoSignInLinks } from './demo-sign-in.ts'

/** Tells whoever started the server where it is and how to get in. The links sign in once and are never logged. */
export async function greet(system: System, config: Config): Promise<void> {
  const links = config.demo ? await demoSignInLinks(system) : null
  const lines = links
    ? [
        'The demo firm Hollis & Vane is open to you; each link signs in once:',
        `  as its owner     ${links.owner}`,
        `  as an employee   ${links.employee}`,
        `  as a client      ${links.client}`,
        `Or start a firm of your own: ${config.publicUrl}/sign-up`,
      ]
    : [`Sign in, or start your firm: ${config.publicUrl}/sign-up`]
  process.stdout.write(`\nThroughline is ready at ${config.publicUrl}\n\n${lines.join('\n')}\n\nCtrl-C stops it.\n`)
}

import type { FirmId } from '#kernel/ids.ts'
import type { Config } from '../platform/config/config.ts'
import type { System } from '../system.ts'

/** Tells whoever started the server where it is, and how to sign in to the demo firm. */
export async function greet(system: System, config: Config, _seeded: FirmId | null): Promise<void> {
  const lines = ['', `Throughline is ready at ${config.publicUrl}`, '']
  process.stdout.write(`${lines.join('\n')}\n`)
  void system
}

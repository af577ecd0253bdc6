import { ConfigError, describeConfig, readConfig } from './platform/config/config.ts'
import { createLog } from './platform/log/log.ts'
import { EmbeddedError } from './platform/postgres/embedded-error.ts'

const COMMANDS = {
  start: async () => (await import('./serve.ts')).serve,
  migrate: async () => (await import('./maintain.ts')).runMigrate,
  seed: async () => (await import('./maintain.ts')).runSeed,
  verify: async () => (await import('./maintain.ts')).runVerify,
}

/** The composition root of every command in bin/: reads the settings once, then runs the command asked for. */
async function main(name: string): Promise<number> {
  if (!(name in COMMANDS)) {
    console.error(`There is no command ${name}; there are ${Object.keys(COMMANDS).join(', ')}.`)
    return 2
  }
  try {
    const config = readConfig(process.env)
    const log = createLog()
    log.info(describeConfig(config), 'settings')
    const run = await COMMANDS[name as keyof typeof COMMANDS]()
    return await run(config, log)
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof EmbeddedError)) throw error
    console.error(error.message)
    return 1
  }
}

process.exitCode = await main(process.argv[2] ?? 'start')

/**
 * Stands in for zod in the browser (alias in vite.config.ts). Contracts carry schemas, but only the server runs them:
 * the browser needs method and path, and types are gone by then. That saves a fifth of the first load. Whoever tries
 * to validate with a schema in the browser is told so at once.
 */
export const z = standIn()

function standIn(): unknown {
  const stand: unknown = new Proxy(() => {}, {
    get(_, key) {
      if (key === Symbol.iterator || RUNS.has(key)) throw new Error(`Schemas do not run in the browser: ${String(key)}`)
      return key === Symbol.toPrimitive ? () => 'schema' : stand
    },
    apply: () => stand,
  })
  return stand
}

const RUNS = new Set<string | symbol>(['parse', 'parseAsync', 'safeParse', 'safeParseAsync', 'decode', 'encode'])

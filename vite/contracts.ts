import type { Plugin } from 'vite'

/** Where schemas are: contracts, what they are made of, and the models that types are read from. */
const WITH_SCHEMAS = /\/src\/(features\/[^/]+|kernel)\/(?!web\/)[^?]*\.ts$/

/** What the browser needs of an endpoint; the rest is for the server and for types. */
const OF_ENDPOINT = ['method', 'path', 'format']

/**
 * Takes the schemas out of what the browser loads, which never runs one (src/web/api/no-zod.ts): of an endpoint only
 * how to call it stays, and a constant that nobody needs any more is left out, however it is made, with all it imports.
 */
export const contracts: Plugin = {
  name: 'contracts',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: WITH_SCHEMAS },
    handler(code) {
      const edits: Edit[] = []
      for (const node of this.parse(code).body as Node[]) {
        const declared = node.type === 'ExportNamedDeclaration' ? node['declaration'] : node
        if ((declared as Node | null)?.type !== 'VariableDeclaration') continue
        for (const { init } of (declared as { declarations: { init: Node | null }[] }).declarations) {
          if (!init || !MADE.includes(init.type)) continue
          edits.push({ at: init.start, until: init.start, text: '/* @__PURE__ */ (() => (' })
          edits.push(...dropped(init))
          edits.push({ at: init.end, until: init.end, text: '))()' })
        }
      }
      return { code: edited(code, edits), map: null, moduleSideEffects: false }
    },
  },
}

type Node = { type: string; start: number; end: number; [key: string]: unknown }
type Edit = { at: number; until: number; text: string }

/** Expressions that may call something; a function or a number is left as it is. */
const MADE = ['CallExpression', 'ObjectExpression', 'ArrayExpression', 'NewExpression']

/** The properties of endpoints that are left out, wherever below a node they stand. */
function dropped(node: Node): Edit[] {
  if (node.type === 'ObjectExpression') {
    const properties = node['properties'] as Node[]
    const names = properties.map(nameOf)
    if (names.includes('method') && names.includes('path'))
      return properties
        .filter((property) => property.type === 'Property' && !OF_ENDPOINT.includes(nameOf(property)))
        .map(({ start, end }) => ({ at: start, until: end, text: '...null' }))
  }
  return childrenOf(node).flatMap(dropped)
}

function nameOf(property: Node): string {
  return String((property['key'] as { name?: string } | undefined)?.name)
}

function childrenOf(node: Node): Node[] {
  const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
  return Object.values(node).flat().filter(isNode)
}

function edited(code: string, edits: readonly Edit[]): string {
  let from = 0
  const parts = edits.map(({ at, until, text }) => {
    const part = code.slice(from, at) + text
    from = until
    return part
  })
  return parts.join('') + code.slice(from)
}

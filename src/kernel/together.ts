type Together<Parts extends readonly object[]> = Parts extends readonly [infer First, ...infer Rest extends object[]]
  ? First & Together<Rest>
  : unknown

/**
 * One object with the properties of all, later ones over earlier ones. Begun without a prototype, because a literal with
 * spreads takes V8 a twentieth of a second once it has more than a thousand properties.
 */
export function together<Parts extends readonly object[]>(...parts: Parts): Together<Parts> {
  return Object.assign(Object.create(null), ...parts)
}

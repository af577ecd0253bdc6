import type { Condition } from './model.ts'

export type GroupKind = 'all' | 'any' | 'none'
export type Group = Extract<Condition, { of: Condition[] }>

export function isGroup(condition: Condition): condition is Group {
  return 'of' in condition
}

/** The condition as a group, so that there is something to add lines to: a single line is all of itself. */
export function asGroup(condition: Condition): Group {
  return isGroup(condition) ? condition : { kind: 'all', of: [condition] }
}

/** Puts another part in the place of the one at `path` (indexes from the top); `null` takes it out. */
export function replaceAt(group: Group, path: readonly number[], part: Condition | null): Group {
  const [index, ...rest] = path
  if (index === undefined) return part && isGroup(part) ? part : group
  const old = group.of[index]
  const next = rest.length > 0 && old && isGroup(old) ? replaceAt(old, rest, part) : part
  return { ...group, of: next ? group.of.with(index, next) : group.of.toSpliced(index, 1) }
}

/** Adds a part at the end of the group at `path`. */
export function addAt(group: Group, path: readonly number[], part: Condition): Group {
  const [index, ...rest] = path
  if (index === undefined) return { ...group, of: [...group.of, part] }
  const inner = group.of[index]
  return inner && isGroup(inner) ? { ...group, of: group.of.with(index, addAt(inner, rest, part)) } : group
}

/** Groups that were emptied are left out; null where nothing is left. */
export function pruned(condition: Condition): Condition | null {
  if (!isGroup(condition)) return condition
  const of = condition.of.map(pruned).filter((part) => part !== null)
  return of.length > 0 ? { ...condition, of } : null
}

import type { MemberId, RoleId } from '#kernel/ids.ts'
import { type FieldProblem, Refusal } from '#kernel/refusal.ts'
import { findProblems, shortcodesOf } from '#kernel/shortcodes.ts'

const CODES = shortcodesOf('account', 'date', 'firm')

/** Texts by the path of their field. Codes that can't be rendered are refused with their place (D-7). */
export function requireKnownCodes(texts: Record<string, string>): void {
  const problems = Object.entries(texts).flatMap(([path, text]) => problemsOf(path, text))
  if (problems.length > 0) throw new Refusal('invalid', problems)
}

function problemsOf(path: string, text: string): FieldProblem[] {
  return findProblems(text, CODES).map(({ code, token, line, column, nearest }) => {
    return { path, code, params: { token, line, column, nearest: nearest ?? 'none' } }
  })
}

/** The lines of a checklist by the paths of their fields. */
export function byPath(subtasks: readonly string[]): Record<string, string> {
  return Object.fromEntries(subtasks.map((name, index) => [`subtasks.${index}`, name]))
}

/**
 * Who does a task: the members it names and whoever holds its roles for the account, each once (D-17); and the roles
 * that nobody holds there, of which somebody should hear (T-14). Members who have left are passed over, and told, too.
 */
export function whoDoes(
  { assigneeIds, roleIds }: { assigneeIds: readonly MemberId[]; roleIds: readonly RoleId[] },
  holders: ReadonlyMap<RoleId, readonly MemberId[]>,
  gone: ReadonlySet<MemberId>,
): { assigneeIds: MemberId[]; unheldRoleIds: RoleId[]; goneIds: MemberId[] } {
  const held = (id: RoleId) => holders.get(id) ?? []
  return {
    assigneeIds: [...new Set([...assigneeIds.filter((id) => !gone.has(id)), ...roleIds.flatMap(held)])],
    goneIds: assigneeIds.filter((id) => gone.has(id)),
    unheldRoleIds: roleIds.filter((id) => held(id).length === 0),
  }
}

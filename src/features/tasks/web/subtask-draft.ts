/** A line of a checklist while it is typed; `id` is null until it is saved. */
export type SubtaskDraft = { key: string; id: string | null; name: string }

export function newSubtask(): SubtaskDraft {
  return { key: crypto.randomUUID(), id: null, name: '' }
}

export function subtaskDrafts(lines: readonly (string | { id: string; name: string })[]): SubtaskDraft[] {
  return lines.map((line) =>
    typeof line === 'string' ? { ...newSubtask(), name: line } : { key: line.id, id: line.id, name: line.name },
  )
}

/** What is sent: empty lines are none. */
export function writtenSubtasks(drafts: readonly SubtaskDraft[]): { id: string | null; name: string }[] {
  return drafts.filter(({ name }) => name.trim() !== '').map(({ id, name }) => ({ id, name }))
}

/** Where a refused line of a body stands in the form: `subtasks.1` of names is `subtasks.1.name` of drafts. */
export function subtaskPath(path: string, drafts: readonly SubtaskDraft[]): string {
  const line = /^subtasks\.(\d+)/.exec(path)
  if (!line) return path
  const written = drafts.flatMap(({ name }, index) => (name.trim() === '' ? [] : [index]))
  return `subtasks.${written[Number(line[1])] ?? 0}.name`
}

/** What can be filtered by: the kinds of things that facts are about. */
export const KINDS = [
  'account',
  'contact',
  'job',
  'organizer',
  'task',
  'document',
  'mail',
  'template',
  'pipeline',
  'tag',
  'member',
  'firm',
] as const
export type Kind = (typeof KINDS)[number]

/** The filter of the activity page, in its address. */
export type ActivitySearch = { kind?: Kind }

export function activitySearch({ kind: given }: Record<string, unknown>): ActivitySearch {
  const kind = KINDS.find((each) => each === given)
  return kind ? { kind } : {}
}

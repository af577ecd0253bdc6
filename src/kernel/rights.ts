/** Roles and access rights of team members (USR-1, USR-3). Only rights that concern what exists are listed. */
export const ROLES = ['owner', 'admin', 'employee'] as const
export type Role = (typeof ROLES)[number]

export const RIGHTS = [
  'view_all_accounts',
  'manage_accounts',
  'manage_contacts',
  'manage_tags',
  'assign_team_members',
  'manage_organizers',
  'manage_documents',
  'manage_pipelines',
  'manage_templates',
  'manage_time_budget',
  'manage_job_recurrences',
] as const
export type Right = (typeof RIGHTS)[number]

/** Owner and admins hold every right; an employee those given to him. */
export function holdsRight(member: { role: Role; rights: readonly Right[] }, right: Right): boolean {
  return member.role !== 'employee' || member.rights.includes(right)
}

export const ACTOR_KINDS = ['member', 'contact', 'automation', 'system'] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** What histories are filtered by: the things that facts are about, and two that AUD-2 asks for by type. */
export const EVENT_KINDS = {
  account: { subjects: ['account'] },
  contact: { subjects: ['contact'] },
  job: { subjects: ['job', 'bulk_act', 'job_export'] },
  organizer: { subjects: ['organizer'] },
  task: { subjects: ['task'] },
  recurrence: { subjects: ['job_recurrence', 'task_recurrence'] },
  document: { subjects: ['document'] },
  mail: { subjects: ['mail'] },
  template: { subjects: ['template', 'own_pack'] },
  pipeline: { subjects: ['pipeline'] },
  list: { subjects: ['tag', 'client_status', 'account_role'] },
  filter: { subjects: ['saved_filter'] },
  import: { subjects: ['import'] },
  member: { subjects: ['member'] },
  firm: { subjects: ['firm'] },
  sign_in: {
    types: [
      'member.signedIn',
      'portal.linkAsked',
      'portal.entered',
      'password.changed',
      'password.resetAsked',
      'second_factor.changed',
      'todo_link.confirmed',
    ],
  },
  access: {
    types: [
      'member.invited',
      'member.joined',
      'member.roleChanged',
      'member.rightGiven',
      'member.rightTaken',
      'member.defaultAccessChanged',
      'member.deactivated',
      'member.reactivated',
      'account.teamChanged',
      'pipeline.availabilityChanged',
    ],
  },
} as const satisfies Record<string, { subjects: readonly string[] } | { types: readonly string[] }>
export type EventKind = keyof typeof EVENT_KINDS

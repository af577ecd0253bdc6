export const en = {
  'event.template.created':
    '{actor} made the {kind, select, organizer {organizer template} task {task template} other {e-mail template}} “{name}”',
  'event.template.deleted':
    '{actor} deleted the {kind, select, organizer {organizer template} task {task template} other {e-mail template}} “{name}”',
  'event.template.changed':
    '{actor} changed the {kind, select, organizer {organizer template} task {task template} other {e-mail template}} “{name}” (version {version})',
} as const

export const en = {
  'field.unknown_job': 'This job is not the client’s',
} as const

export const en = {
  'event.document.uploaded': '{actor} uploaded “{name}”',
} as const

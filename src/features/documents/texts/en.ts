export const en = {
  'event.document.uploaded': '{actor} uploaded “{name}”',
  'documents.title': 'Documents',
  'documents.empty': 'Nothing has been uploaded yet. What clients add to their organizers appears here.',
  'documents.by': 'by {name}',
  'documents.download': 'Download {name}',
} as const

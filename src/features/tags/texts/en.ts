export const en = {
  'event.tag.created': '{actor} made the tag {name}',
  'event.tag.renamed': '{actor} renamed the tag {before} to {name}',
  'event.tag.recoloured': '{actor} gave the tag {name} another colour',
  'event.tag.deleted':
    '{accounts, plural, =0 {{actor} deleted the tag {name}} one {{actor} deleted the tag {name} and took it off one client} other {{actor} deleted the tag {name} and took it off # clients}}',
  'event.account.tagsChanged': '{actor} changed the tags: {tags}',
} as const

export const en = {
  'event.tag.created': '{actor} made the tag {name}',
  'event.tag.renamed': '{actor} renamed the tag {before} to {name}',
  'event.tag.recoloured': '{actor} gave the tag {name} another colour',
  'event.tag.deleted':
    '{accounts, plural, =0 {{actor} deleted the tag {name}} one {{actor} deleted the tag {name} and took it off one client} other {{actor} deleted the tag {name} and took it off # clients}}',
  'event.account.tagsChanged': '{actor} changed the tags: {tags}',

  'tags.title': 'Tags',
  'tags.about':
    'Tags steer pipelines: a stage or an automation can be for clients with certain tags only. Clients never see them.',
  'tags.add': 'Add tag',
  'tags.name': 'Name',
  'tags.color': 'Colour',
  'tags.clients': 'Clients',
  'tags.edit': 'Edit tag',
  'tags.none': 'No tags yet',
  'tags.none_text':
    'Tags are labels such as “Payroll” or “Foreign income”. They make the same pipeline do more, or less, for some clients. The template library brings its own.',
  'tags.color_gray': 'Grey',
  'tags.color_red': 'Red',
  'tags.color_orange': 'Orange',
  'tags.color_yellow': 'Yellow',
  'tags.color_green': 'Green',
  'tags.color_teal': 'Teal',
  'tags.color_blue': 'Blue',
  'tags.color_violet': 'Violet',
  'tags.delete': 'Delete tag',
  'tags.delete_of': 'Delete {name}?',
  'tags.delete_clients': '{count, plural, one {client loses it} other {clients lose it}}',
  'tags.deleted': '{name} was deleted',
  'tags.used':
    'This tag cannot be deleted while these name it. A condition without its tag would be true for everybody.',
  'tags.used_pipeline': 'Pipeline',
  'tags.used_template': 'Template',
} as const

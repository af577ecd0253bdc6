import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.tag.created': '{actor} heeft het label {name} gemaakt',
  'event.tag.renamed': '{actor} heeft het label {before} hernoemd tot {name}',
  'event.tag.recoloured': '{actor} heeft het label {name} een andere kleur gegeven',
  'event.tag.deleted':
    '{accounts, plural, =0 {{actor} heeft het label {name} verwijderd} one {{actor} heeft het label {name} verwijderd, ook bij één klant} other {{actor} heeft het label {name} verwijderd, ook bij # klanten}}',
  'event.account.tagsChanged': '{actor} heeft de labels gewijzigd: {tags}',
}

import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.tag.created': '{actor} skapade taggen {name}',
  'event.tag.renamed': '{actor} bytte namn på taggen {before} till {name}',
  'event.tag.recoloured': '{actor} gav taggen {name} en annan färg',
  'event.tag.deleted':
    '{accounts, plural, =0 {{actor} tog bort taggen {name}} one {{actor} tog bort taggen {name}, även från en klient} other {{actor} tog bort taggen {name}, även från # klienter}}',
  'event.account.tagsChanged': '{actor} ändrade taggarna: {tags}',
}

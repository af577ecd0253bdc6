import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.tag.created': '{actor} hat das Tag {name} angelegt',
  'event.tag.renamed': '{actor} hat das Tag {before} in {name} umbenannt',
  'event.tag.recoloured': '{actor} hat dem Tag {name} eine andere Farbe gegeben',
  'event.tag.deleted':
    '{accounts, plural, =0 {{actor} hat das Tag {name} gelöscht} one {{actor} hat das Tag {name} gelöscht und von einem Mandanten entfernt} other {{actor} hat das Tag {name} gelöscht und von # Mandanten entfernt}}',
  'event.account.tagsChanged': '{actor} hat die Tags geändert: {tags}',
}

import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const sv: SameKeys<typeof en> = {
  'event.tag.created': '{actor} skapade taggen {name}',
  'event.tag.renamed': '{actor} bytte namn på taggen {before} till {name}',
  'event.tag.recoloured': '{actor} gav taggen {name} en annan färg',
  'event.tag.deleted':
    '{accounts, plural, =0 {{actor} tog bort taggen {name}} one {{actor} tog bort taggen {name}, även från en klient} other {{actor} tog bort taggen {name}, även från # klienter}}',
  'event.account.tagsChanged': '{actor} ändrade taggarna: {tags}',

  'tags.title': 'Taggar',
  'tags.about':
    'Taggar styr pipelines: ett steg eller en automation kan gälla bara klienter med vissa taggar. Klienter ser dem aldrig.',
  'tags.add': 'Lägg till tagg',
  'tags.name': 'Namn',
  'tags.color': 'Färg',
  'tags.clients': 'Klienter',
  'tags.edit': 'Redigera tagg',
  'tags.none': 'Inga taggar än',
  'tags.none_text':
    'Taggar är till exempel ”Löner” eller ”Utland”. De låter samma pipeline göra mer eller mindre för vissa klienter. Mallbiblioteket har egna med sig.',
  'tags.color_gray': 'Grå',
  'tags.color_red': 'Röd',
  'tags.color_orange': 'Orange',
  'tags.color_yellow': 'Gul',
  'tags.color_green': 'Grön',
  'tags.color_teal': 'Blågrön',
  'tags.color_blue': 'Blå',
  'tags.color_violet': 'Lila',
  'tags.delete': 'Ta bort tagg',
  'tags.delete_of': 'Ta bort {name}?',
  'tags.delete_clients': '{count, plural, one {klient förlorar den} other {klienter förlorar den}}',
  'tags.deleted': '{name} togs bort',
  'tags.used': 'Taggen kan inte tas bort så länge de här nämner den. Ett villkor utan sin tagg skulle gälla alla.',
  'tags.used_pipeline': 'Pipeline',
  'tags.used_template': 'Mall',
}

import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const de: SameKeys<typeof en> = {
  'event.tag.created': '{actor} hat das Tag {name} angelegt',
  'event.tag.renamed': '{actor} hat das Tag {before} in {name} umbenannt',
  'event.tag.recoloured': '{actor} hat dem Tag {name} eine andere Farbe gegeben',
  'event.tag.deleted':
    '{accounts, plural, =0 {{actor} hat das Tag {name} gelöscht} one {{actor} hat das Tag {name} gelöscht und von einem Mandanten entfernt} other {{actor} hat das Tag {name} gelöscht und von # Mandanten entfernt}}',
  'event.account.tagsChanged': '{actor} hat die Tags geändert: {tags}',

  'tags.title': 'Tags',
  'tags.about':
    'Tags steuern Pipelines: Eine Phase oder Automatisierung kann nur für Mandanten mit bestimmten Tags gelten. Mandanten sehen sie nie.',
  'tags.add': 'Tag anlegen',
  'tags.name': 'Name',
  'tags.color': 'Farbe',
  'tags.clients': 'Mandanten',
  'tags.edit': 'Tag bearbeiten',
  'tags.none': 'Noch keine Tags',
  'tags.none_text':
    'Tags sind etwa „Lohn“ oder „Ausland“. Sie lassen dieselbe Pipeline für manche Mandanten mehr oder weniger tun. Die Vorlagenbibliothek bringt eigene mit.',
  'tags.color_gray': 'Grau',
  'tags.color_red': 'Rot',
  'tags.color_orange': 'Orange',
  'tags.color_yellow': 'Gelb',
  'tags.color_green': 'Grün',
  'tags.color_teal': 'Blaugrün',
  'tags.color_blue': 'Blau',
  'tags.color_violet': 'Violett',
  'tags.delete': 'Tag löschen',
  'tags.delete_of': '{name} löschen?',
  'tags.delete_clients': '{count, plural, one {Mandant verliert es} other {Mandanten verlieren es}}',
  'tags.deleted': '{name} wurde gelöscht',
  'tags.used':
    'Dieses Tag kann nicht gelöscht werden, solange diese es nennen. Eine Bedingung ohne ihr Tag würde für alle gelten.',
  'tags.used_pipeline': 'Pipeline',
  'tags.used_template': 'Vorlage',
}

import type { SameKeys } from '#kernel/locale.ts'
import type { en } from './en.ts'

export const nl: SameKeys<typeof en> = {
  'event.tag.created': '{actor} heeft het label {name} gemaakt',
  'event.tag.renamed': '{actor} heeft het label {before} hernoemd tot {name}',
  'event.tag.recoloured': '{actor} heeft het label {name} een andere kleur gegeven',
  'event.tag.deleted':
    '{accounts, plural, =0 {{actor} heeft het label {name} verwijderd} one {{actor} heeft het label {name} verwijderd, ook bij één klant} other {{actor} heeft het label {name} verwijderd, ook bij # klanten}}',
  'event.account.tagsChanged': '{actor} heeft de labels gewijzigd: {tags}',

  'tags.title': 'Labels',
  'tags.about':
    'Labels sturen pipelines: een fase of automatisering kan alleen voor klanten met bepaalde labels zijn. Klanten zien ze nooit.',
  'tags.add': 'Label toevoegen',
  'tags.name': 'Naam',
  'tags.color': 'Kleur',
  'tags.clients': 'Klanten',
  'tags.edit': 'Label bewerken',
  'tags.none': 'Nog geen labels',
  'tags.none_text':
    'Labels zijn bijvoorbeeld “Salarissen” of “Buitenland”. Ze laten dezelfde pipeline voor sommige klanten meer of minder doen. De sjabloonbibliotheek brengt haar eigen labels mee.',
  'tags.color_gray': 'Grijs',
  'tags.color_red': 'Rood',
  'tags.color_orange': 'Oranje',
  'tags.color_yellow': 'Geel',
  'tags.color_green': 'Groen',
  'tags.color_teal': 'Blauwgroen',
  'tags.color_blue': 'Blauw',
  'tags.color_violet': 'Paars',
  'tags.delete': 'Label verwijderen',
  'tags.delete_of': '{name} verwijderen?',
  'tags.delete_clients': '{count, plural, one {klant raakt het kwijt} other {klanten raken het kwijt}}',
  'tags.deleted': '{name} is verwijderd',
  'tags.used':
    'Dit label kan niet worden verwijderd zolang deze het noemen. Een voorwaarde zonder haar label zou voor iedereen gelden.',
  'tags.used_pipeline': 'Pipeline',
  'tags.used_template': 'Sjabloon',
}

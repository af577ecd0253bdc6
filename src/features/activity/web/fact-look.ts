import {
  type Icon,
  IconArchive,
  IconChecklist,
  IconChevronsRight,
  IconCircle,
  IconClipboardList,
  IconFile,
  IconMail,
  IconMailX,
  IconPencil,
  IconPlus,
  IconTag,
  IconUser,
} from '@tabler/icons-react'
import type { Fact } from '../contract.ts'

/** Blue is the machine at work, red what failed, green what was done; people's acts have no colour. */
export type FactTone = 'auto' | 'late' | 'done' | 'plain'

/** How a fact looks in a history: by what happened, else by what it happened to. */
export function lookOf({ type, actor }: Fact): { icon: Icon; tone: FactTone } {
  const [noun = '', verb = ''] = type.split('.')
  const icon = ICONS[type] ?? VERBS[verb] ?? NOUNS[noun] ?? IconCircle
  if (type === 'mail.failed' || type === 'job.couldNotBeMoved') return { icon, tone: 'late' }
  if (verb === 'submitted') return { icon, tone: 'done' }
  return { icon, tone: actor.kind === 'automation' ? 'auto' : 'plain' }
}

const ICONS: Record<string, Icon> = {
  'job.moved': IconChevronsRight,
  'job.movedByHand': IconChevronsRight,
  'mail.dropped': IconMailX,
  'mail.failed': IconMailX,
  'account.tagsChanged': IconTag,
}
const VERBS: Record<string, Icon> = {
  created: IconPlus,
  archived: IconArchive,
  renamed: IconPencil,
  changed: IconPencil,
}
const NOUNS: Record<string, Icon> = {
  job: IconChevronsRight,
  email: IconMail,
  mail: IconMail,
  organizer: IconClipboardList,
  task: IconChecklist,
  document: IconFile,
  tag: IconTag,
  account: IconUser,
  contact: IconUser,
  member: IconUser,
}

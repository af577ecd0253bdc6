import {
  type Icon,
  IconAlignLeft,
  IconCalendar,
  IconCircleDot,
  IconHash,
  IconLetterT,
  IconListCheck,
  IconThumbUp,
  IconUpload,
} from '@tabler/icons-react'
import type { BlockType } from './draft-edits.ts'

/** The sign of each kind of block; its name is a text under `orgedit.type.<kind>`. */
export const BLOCK_ICONS: Record<BlockType, Icon> = {
  text: IconLetterT,
  number: IconHash,
  date: IconCalendar,
  single_choice: IconCircleDot,
  multiple_choice: IconListCheck,
  yes_no: IconThumbUp,
  file_upload: IconUpload,
  text_block: IconAlignLeft,
}

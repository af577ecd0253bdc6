import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import type { Section } from '../../model.ts'
import { BLOCK_ICONS } from './block-kinds.ts'
import { BlockRow } from './block-row.tsx'
import { addBlock, BLOCK_TYPES, type BlockType, newBlock } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import styles from './section-blocks.module.css'
import { SectionHead } from './section-head.tsx'
import { useMoves } from './use-moves.ts'
import { useSortableList } from './use-sortable.ts'

/** One section with its blocks in order; one of them may be open (ORG-4). */
export function SectionBlocks({ section, index }: { section: Section; index: number }) {
  const t = useText()
  const { edit } = useEditor()
  const list = useRef<HTMLOListElement>(null)
  const moves = useMoves()
  const at = useSortableList(list, {
    kind: 'block',
    enabled: edit !== null,
    onMove: (id, place) => moves.blockTo(id, section.id, place),
  })
  return (
    <section className={styles.section} aria-label={section.name || t('orgedit.unnamed')}>
      <SectionHead key={section.id} section={section} index={index} />
      {section.blocks.length === 0 && <p className={styles.empty}>{t('orgedit.empty_section')}</p>}
      <ol ref={list} className={styles.blocks} data-at={at === section.blocks.length - 1 ? 'end' : undefined}>
        {section.blocks.map((block, place) => (
          <BlockRow
            key={block.id}
            section={section}
            block={block}
            path={`definition.sections.${index}.blocks.${place}`}
            isBelowLine={at === place}
          />
        ))}
      </ol>
      {edit && <AddBlock section={section} />}
    </section>
  )
}

/** A new block stands after the open one, or at the end. */
function AddBlock({ section }: { section: Section }) {
  const t = useText()
  const { edit, select, selection } = useEditor()
  const add = (type: BlockType) => {
    const block = newBlock(type)
    const open = section.blocks.findIndex(({ id }) => id === selection.blockId)
    edit?.(addBlock(block, { sectionId: section.id, index: open < 0 ? section.blocks.length : open + 1 }))
    select({ sectionId: section.id, blockId: block.id })
  }
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <Button size="xs" variant="subtle" className={styles.add} leftSection={<IconPlus {...SMALL_ICON} />}>
          {t('orgedit.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {BLOCK_TYPES.map((type) => {
          const Icon = BLOCK_ICONS[type]
          return (
            <Menu.Item key={type} leftSection={<Icon {...ICON} />} onClick={() => add(type)}>
              {t(`orgedit.type.${type}`)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import { useEditor } from './editor-context.tsx'
import { useMoves } from './use-moves.ts'

/** Further places for a block: the other sections, as items of its menu. */
export function OtherSections({ blockId, sectionId }: { blockId: string; sectionId: string }) {
  const t = useText()
  const { definition } = useEditor()
  const moves = useMoves()
  const others = definition.sections.filter(({ id }) => id !== sectionId)
  if (others.length === 0) return null
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t('orgedit.move_to')}</Menu.Label>
      {others.map(({ id, name, blocks }) => (
        <Menu.Item key={id} onClick={() => moves.blockTo(blockId, id, blocks.length)}>
          {name.trim() || t('orgedit.unnamed')}
        </Menu.Item>
      ))}
    </>
  )
}

import { ActionIcon, Button, Switch } from '@mantine/core'
import { IconChevronDown, IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import type { Block } from '../../model.ts'
import styles from './block-form.module.css'
import { BLOCK_ICONS } from './block-kinds.ts'
import { addBlock, asType, BLOCK_TYPES, changeBlock, copyOf, placeOf } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import { useDeletion } from './use-deletion.tsx'

/** Of an open block: its type, whether it must be answered, and what can be done with it as a whole. */
export function BlockHead({ block, sectionId }: { block: Block; sectionId: string }) {
  const t = useText()
  const { edit, select } = useEditor()
  return (
    <div className={styles.head}>
      <TypePick block={block} />
      {block.type === 'text_block' ? (
        <span />
      ) : (
        <Switch
          label={t('orgedit.required')}
          checked={block.required}
          disabled={!edit}
          onChange={(event) => {
            const required = event.currentTarget.checked
            edit?.(changeBlock(block.id, (it) => (it.type === 'text_block' ? it : { ...it, required })))
          }}
        />
      )}
      {edit && <BlockMenu block={block} sectionId={sectionId} />}
      <Button size="xs" variant="subtle" onClick={() => select({ sectionId, blockId: null })}>
        {t('orgedit.done')}
      </Button>
    </div>
  )
}

function TypePick({ block }: { block: Block }) {
  const t = useText()
  const { edit } = useEditor()
  const Icon = BLOCK_ICONS[block.type]
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          size="xs"
          disabled={!edit}
          leftSection={<Icon {...ICON} />}
          rightSection={<IconChevronDown {...SMALL_ICON} />}
          aria-label={`${t('orgedit.type')}: ${t(`orgedit.type.${block.type}`)}`}
        >
          {t(`orgedit.type.${block.type}`)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={block.type}
          onChange={(value) => {
            const type = BLOCK_TYPES.find((each) => each === value)
            if (type) edit?.(changeBlock(block.id, (it) => asType(it, type)))
          }}
        >
          {BLOCK_TYPES.map((type) => (
            <Menu.RadioItem key={type} value={type}>
              {t(`orgedit.type.${type}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function BlockMenu({ block, sectionId }: { block: Block; sectionId: string }) {
  const t = useText()
  const { edit, select, definition } = useEditor()
  const { ask, dialog } = useDeletion()
  const copy = () => {
    const index = (placeOf(definition, block.id)?.index ?? 0) + 1
    const twin = copyOf(block)
    edit?.(addBlock(twin, { sectionId, index }))
    select({ sectionId, blockId: twin.id })
  }
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('orgedit.block_menu')}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={copy}>
            {t('orgedit.copy_block')}
          </Menu.Item>
          <Menu.Item color="late" leftSection={<IconTrash {...ICON} />} onClick={() => ask({ block })}>
            {t('orgedit.delete_block')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  )
}

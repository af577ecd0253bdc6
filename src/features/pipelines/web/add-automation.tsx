import { IconPlus } from '@tabler/icons-react'
import type { DraftStage } from '#engine/core/draft.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import { addAutomation, newAutomation } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import styles from './lane.module.css'
import { ICONS, KINDS } from './words.ts'

/** Adds an automation of the chosen kind at the end of the stage, and opens its details. */
export function AddAutomation({ stage }: { stage: DraftStage }) {
  const t = useText()
  const { edit, select } = useEditor()
  const add = (kind: (typeof KINDS)[number]) => {
    const automation = newAutomation(kind)
    edit?.(addAutomation(automation, { stageId: stage.id, index: stage.automations.length }))
    select(automation.id)
  }
  const name = stage.name.trim() || t('pipelines.unnamed_stage')
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button type="button" className={styles.add} aria-label={t('pipelines.add_automation_to', { stage: name })}>
          <IconPlus {...SMALL_ICON} />
          {t('pipelines.add_automation')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((kind) => {
          const Sign = ICONS[kind]
          return (
            <Menu.Item key={kind} leftSection={<Sign {...ICON} />} onClick={() => add(kind)}>
              {t(`pipelines.kind_${kind}`)}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

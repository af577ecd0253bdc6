import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowsSplit2, IconDots, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useFieldText } from '#web/api/form.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useText } from '#web/text.tsx'
import type { Section } from '../../model.ts'
import { ConditionForm } from './condition-form.tsx'
import { changeSection } from './draft-edits.ts'
import { problemsAt } from './draft-problems.ts'
import { useEditor } from './editor-context.tsx'
import styles from './section-head.module.css'
import { useDeletion } from './use-deletion.tsx'

/** A section's name, for whom it is shown, and what can be done with it as a whole. */
export function SectionHead({ section, index }: { section: Section; index: number }) {
  const t = useText()
  const fieldText = useFieldText()
  const { edit, problems } = useEditor()
  const path = `definition.sections.${index}`
  const [problem] = problemsAt(problems, `${path}.name`)
  const [isAsked, setAsked] = useState(section.condition !== null)
  const isShown = isAsked || section.condition !== null
  return (
    <header className={styles.head}>
      <div className={styles.line}>
        <TextInput
          className={styles.name}
          classNames={{ input: styles.input }}
          aria-label={t('orgedit.section_name')}
          placeholder={t('orgedit.section_name')}
          data-section-name
          maxLength={200}
          value={section.name}
          readOnly={!edit}
          error={problem && fieldText(problem)}
          onChange={(event) => edit?.(changeSection(section.id, { name: event.currentTarget.value }))}
        />
        {edit && !isShown && (
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconArrowsSplit2 {...SMALL_ICON} />}
            onClick={() => setAsked(true)}
          >
            {t('orgedit.always')}
          </Button>
        )}
        {edit && <SectionMenu section={section} />}
      </div>
      {isShown && (
        <div className={styles.condition}>
          <ConditionForm
            condition={section.condition}
            path={`${path}.condition`}
            before={{ sectionId: section.id, blockId: null }}
            onChange={(condition) => {
              edit?.(changeSection(section.id, { condition }))
              if (!condition) setAsked(false)
            }}
          />
        </div>
      )}
    </header>
  )
}

function SectionMenu({ section }: { section: Section }) {
  const t = useText()
  const { ask, dialog } = useDeletion()
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('orgedit.section_menu')}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item color="late" leftSection={<IconTrash {...ICON} />} onClick={() => ask({ section })}>
            {t('orgedit.delete_section')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  )
}

import { Button, Switch, TextInput } from '@mantine/core'
import type { DraftStage } from '#engine/core/draft.ts'
import type { StatusColor } from '#engine/core/pipeline.ts'
import { ColorField } from '#web/design/color-name.tsx'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import { changeStage } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import styles from './inspector.module.css'
import { MoveButtons } from './move-buttons.tsx'
import { ofField, ofStage } from './problems.ts'
import type { StatusLane } from './status-lanes.ts'
import { useRemoval } from './use-removal.ts'
import { useProblemText } from './words.ts'

/** What one custom status is besides its automations: name, colour, and whether it is left by itself (AM-30). */
export function StatusForm({ stage, index }: { stage: DraftStage; index: number }) {
  const t = useText()
  const { edit, problems } = useEditor()
  const { removeStage } = useRemoval()
  const problemText = useProblemText()
  const mine = ofStage(problems, stage.id)
  const problem = ofField(mine, 'name')[0] ?? ofField(mine, 'id')[0]
  const change = (part: Partial<StatusLane>) => edit?.(changeStage(stage.id, part))
  return (
    <>
      <Section title={t('pipelines.status')}>
        <div className={styles.fields}>
          <TextInput
            label={t('pipelines.status_name')}
            value={stage.name}
            maxLength={60}
            data-autofocus={stage.name === '' || undefined}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={problem && problemText(problem)}
          />
          <ColorField
            inputs={{
              value: (stage as StatusLane).color,
              onChange: (color) => change({ color: color as StatusColor }),
            }}
          />
          <Switch
            label={t('pipelines.automove')}
            description={t('pipelines.status_automove_help')}
            checked={stage.automove}
            onChange={(event) => change({ automove: event.currentTarget.checked })}
          />
        </div>
      </Section>
      <Section title={t('pipelines.place')}>
        <MoveButtons selected={{ kind: 'stage', stage, index }} />
      </Section>
      <div className={styles.delete}>
        <Button size="xs" variant="subtle" onClick={() => removeStage(stage, index)}>
          {t('pipelines.delete_status')}
        </Button>
      </div>
    </>
  )
}

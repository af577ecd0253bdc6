import { Button, Switch, TextInput } from '@mantine/core'
import type { DraftStage } from '#engine/core/draft.ts'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import { ConditionField } from './condition-field.tsx'
import { changeStage } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import styles from './inspector.module.css'
import { MoveButtons } from './move-buttons.tsx'
import { ofField, ofStage } from './problems.ts'
import { TimeLimitField, WaitsFor } from './stage-options.tsx'
import { useRemoval } from './use-removal.ts'
import { useProblemText } from './words.ts'

/** What one stage does besides its automations: name, automove and what that waits for, time limit, who enters. */
export function StageForm({ stage, index }: { stage: DraftStage; index: number }) {
  const t = useText()
  const { draft, edit, problems } = useEditor()
  const { removeStage } = useRemoval()
  const problemText = useProblemText()
  const isLast = index === draft.stages.length - 1
  const mine = ofStage(problems, stage.id)
  const nameProblem = ofField(mine, 'name')[0] ?? ofField(mine, 'id')[0]
  const change = (part: Partial<DraftStage>) => edit?.(changeStage(stage.id, part))
  return (
    <>
      <Section title={t('pipelines.stage')}>
        <div className={styles.fields}>
          <TextInput
            label={t('pipelines.stage_name')}
            value={stage.name}
            maxLength={120}
            data-autofocus={stage.name === '' || undefined}
            onChange={(event) => change({ name: event.currentTarget.value })}
            error={nameProblem && problemText(nameProblem)}
          />
          <Switch
            label={t('pipelines.automove')}
            description={t(isLast ? 'pipelines.automove_last' : 'pipelines.automove_help')}
            checked={stage.automove}
            disabled={isLast}
            onChange={(event) => change({ automove: event.currentTarget.checked })}
          />
          {stage.automove && !isLast && <WaitsFor stage={stage} onChange={change} />}
          <TimeLimitField stage={stage} onChange={change} />
        </div>
      </Section>
      <Admission stage={stage} isEnd={index === 0 || isLast} onChange={(condition) => change({ condition })} />
      <Section title={t('pipelines.place')}>
        <MoveButtons selected={{ kind: 'stage', stage, index }} />
      </Section>
      <div className={styles.delete}>
        <Button size="xs" variant="subtle" onClick={() => removeStage(stage, index)}>
          {t('pipelines.delete_stage')}
        </Button>
      </div>
    </>
  )
}

type AdmissionProps = {
  stage: DraftStage
  /** first or last: never conditional (STG-6) */
  isEnd: boolean
  onChange: (condition: DraftStage['condition']) => void
}

function Admission({ stage, isEnd, onChange }: AdmissionProps) {
  const t = useText()
  const { problems, warnings } = useEditor()
  const problemText = useProblemText()
  const mine = ofStage(problems, stage.id)
  if (isEnd && stage.condition === null) return null
  const problem = ofField(mine, 'condition')[0]
  return (
    <Section title={t('pipelines.who_enters')}>
      {isEnd ? (
        <Note
          tone="wait"
          title={problem ? problemText(problem) : t('pipelines.ends_admit_all')}
          actions={<LinkButton onClick={() => onChange(null)}>{t('pipelines.remove_condition')}</LinkButton>}
        />
      ) : (
        <ConditionField
          label={t('pipelines.stage_condition')}
          help={t('pipelines.stage_condition_help')}
          value={stage.condition}
          onChange={onChange}
          problems={mine}
          warnings={ofStage(warnings, stage.id)}
        />
      )}
    </Section>
  )
}

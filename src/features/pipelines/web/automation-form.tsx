import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import type { DraftAutomation, DraftStage } from '#engine/core/draft.ts'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import { ClientStatusChange } from './client-status-change.tsx'
import { ConditionField } from './condition-field.tsx'
import { changeAutomation } from './draft-edits.ts'
import { useEditor } from './editor-context.tsx'
import styles from './inspector.module.css'
import { MoveButtons } from './move-buttons.tsx'
import { AccessChanges, AssigneeChanges } from './people-changes.tsx'
import { ofAutomation, ofField, type PlacedProblem } from './problems.ts'
import { TagsField } from './tags-field.tsx'
import { TemplateField } from './template-field.tsx'
import { useRemoval } from './use-removal.ts'
import { useProblemText } from './words.ts'

export type AutomationFormProps = { stage: DraftStage; automation: DraftAutomation; index: number }

type TagsAutomation = Extract<DraftAutomation, { kind: 'update_account_tags' }>

/** What one automation does, for whom, and when its turn comes. */
export function AutomationForm({ stage, automation, index }: AutomationFormProps) {
  const t = useText()
  const { edit, problems, warnings } = useEditor()
  const { removeAutomation } = useRemoval()
  const problemText = useProblemText()
  const mine = ofAutomation(problems, automation.id)
  const change = (part: Partial<DraftAutomation>) => edit?.(changeAutomation(automation.id, part))
  const templateProblem = ofField(mine, 'templateId')[0]
  return (
    <>
      <Section title={t('pipelines.what_it_does')}>
        {automation.kind === 'update_account_tags' && (
          <TagChanges automation={automation} problems={mine} onChange={change} />
        )}
        {automation.kind === 'update_account_access' && (
          <AccessChanges automation={automation} problems={mine} onChange={change} />
        )}
        {automation.kind === 'update_job_assignees' && (
          <AssigneeChanges automation={automation} problems={mine} onChange={change} />
        )}
        {automation.kind === 'update_client_status' && (
          <ClientStatusChange automation={automation} problems={mine} onChange={change} />
        )}
        {'templateId' in automation && (
          <TemplateField
            kind={automation.kind}
            value={automation.templateId}
            onChange={(templateId) => change({ templateId })}
            error={templateProblem && problemText(templateProblem)}
          />
        )}
      </Section>
      <Section title={t('pipelines.for_whom')}>
        <ConditionField
          label={t('pipelines.automation_condition')}
          help={t('pipelines.automation_condition_help')}
          value={automation.condition}
          onChange={(condition) => change({ condition })}
          problems={mine}
          warnings={ofAutomation(warnings, automation.id)}
        />
      </Section>
      <Section title={t('pipelines.repeat')}>
        <SegmentedControl
          aria-label={t('pipelines.repeat')}
          value={automation.repeat}
          data={(['every_visit', 'once_per_job'] as const).map((value) => ({
            value,
            label: t(`pipelines.repeat_${value}`),
          }))}
          onChange={(repeat) => change({ repeat: repeat as DraftAutomation['repeat'] })}
        />
      </Section>
      <Section title={t('pipelines.place')}>
        <MoveButtons selected={{ kind: 'automation', stage, automation, index }} />
      </Section>
      <div className={styles.delete}>
        <Button size="xs" variant="subtle" onClick={() => removeAutomation(automation, { stageId: stage.id, index })}>
          {t('pipelines.delete_automation')}
        </Button>
      </div>
    </>
  )
}

type TagChangesProps = {
  automation: TagsAutomation
  problems: PlacedProblem[]
  onChange: (change: Partial<TagsAutomation>) => void
}

/** Clear, then remove, then add (AUT-2). */
function TagChanges({ automation, problems, onChange }: TagChangesProps) {
  const t = useText()
  const problemText = useProblemText()
  const said = (field: string) => {
    const problem = problems.find((it) => it.field === field || it.field.startsWith(`${field}.`))
    return problem && problemText(problem)
  }
  const unchanged = problems.find((it) => it.code === 'tags_unchanged')
  return (
    <div className={styles.fields}>
      <Checkbox
        label={t('pipelines.clear_tags')}
        checked={automation.clear}
        onChange={(event) => onChange({ clear: event.currentTarget.checked })}
      />
      <TagsField
        label={t('pipelines.remove_tags')}
        value={automation.remove}
        onChange={(remove) => onChange({ remove })}
        error={said('remove')}
      />
      <TagsField
        label={t('pipelines.add_tags')}
        value={automation.add}
        onChange={(add) => onChange({ add })}
        error={said('add') ?? (unchanged && problemText(unchanged))}
      />
    </div>
  )
}

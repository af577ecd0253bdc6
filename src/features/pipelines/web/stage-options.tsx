import { Checkbox, NumberInput, SegmentedControl, Select, Switch } from '@mantine/core'
import { useId } from 'react'
import type { DraftStage } from '#engine/core/draft.ts'
import type { Completion, TimeLimit } from '#engine/core/pipeline.ts'
import { useText } from '#web/text.tsx'
import { useEditor } from './editor-context.tsx'
import { FindingLines } from './finding-lines.tsx'
import styles from './inspector.module.css'
import { ofField, ofStage } from './problems.ts'
import { useAutomationTitle } from './words.ts'

type OptionProps = { stage: DraftStage; onChange: (change: Partial<DraftStage>) => void }

/** What an automove waits for (B-8), and what it does where there is nothing (D-5, AM-10, AM-11). */
export function WaitsFor({ stage, onChange }: OptionProps) {
  const t = useText()
  const id = useId()
  const { problems, warnings } = useEditor()
  const { completion, whenEmpty } = stage
  const creating = stage.automations.filter(({ kind }) => kind === 'create_organizer' || kind === 'create_task')
  return (
    <>
      <Select
        label={t('pipelines.completion')}
        data={RULES.map((rule) => ({ value: rule, label: t(`pipelines.completes_${rule}`) }))}
        value={completion.rule}
        allowDeselect={false}
        onChange={(rule) => rule && onChange({ completion: begun(rule as Completion['rule']) })}
      />
      {completion.rule === 'count' && (
        <NumberInput
          label={t('pipelines.completion_least')}
          min={1}
          max={100}
          allowDecimal={false}
          clampBehavior="strict"
          value={completion.count}
          onChange={(count) => typeof count === 'number' && onChange({ completion: { rule: 'count', count } })}
        />
      )}
      {completion.rule === 'named' && <NamedItems stage={stage} creating={creating} onChange={onChange} />}
      <FindingLines
        problems={ofField(ofStage(problems, stage.id), 'completion')}
        warnings={ofField(ofStage(warnings, stage.id), 'completion')}
      />
      <div className={styles.choice}>
        <p id={id}>{t('pipelines.when_empty')}</p>
        <SegmentedControl
          aria-labelledby={id}
          value={whenEmpty}
          data={[
            { value: 'stay', label: t('pipelines.when_empty_stay') },
            { value: 'advance', label: t('pipelines.when_empty_advance') },
          ]}
          onChange={(chosen) => onChange({ whenEmpty: chosen as DraftStage['whenEmpty'] })}
        />
      </div>
    </>
  )
}

const RULES = ['all', 'any', 'count', 'named'] as const satisfies readonly Completion['rule'][]

function begun(rule: Completion['rule']): Completion {
  switch (rule) {
    case 'all':
    case 'any':
      return { rule }
    case 'count':
      return { rule, count: 2 }
    case 'named':
      return { rule, automationIds: [] }
  }
}

/** Which of the stage's organizers and tasks must be done; the others may wait. */
function NamedItems({ stage, creating, onChange }: OptionProps & { creating: DraftStage['automations'] }) {
  const t = useText()
  const editor = useEditor()
  const title = useAutomationTitle()
  const named = stage.completion.rule === 'named' ? stage.completion.automationIds : []
  if (creating.length === 0) return <p className={styles.quiet}>{t('pipelines.completion_nothing_to_name')}</p>
  const kept = creating.map((automation) => automation.id)
  const set = (id: (typeof kept)[number], on: boolean) => {
    const automationIds = kept.filter((it) => (it === id ? on : named.includes(it)))
    onChange({ completion: { rule: 'named', automationIds } })
  }
  return (
    <fieldset className={styles.named}>
      <legend>{t('pipelines.completion_must_be_done')}</legend>
      {creating.map((automation) => (
        <Checkbox
          key={automation.id}
          label={title(automation, editor)}
          checked={named.includes(automation.id)}
          onChange={(event) => set(automation.id, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}

/** How long a job should stay at most (STG-5): it is then overdue in the stage, whatever its due date. */
export function TimeLimitField({ stage: { timeLimit }, onChange }: OptionProps) {
  const t = useText()
  const set = (part: Partial<TimeLimit>) => onChange({ timeLimit: { amount: 7, unit: 'days', ...timeLimit, ...part } })
  return (
    <>
      <Switch
        label={t('pipelines.time_limit')}
        description={t('pipelines.time_limit_help')}
        checked={timeLimit !== null}
        onChange={(event) => (event.currentTarget.checked ? set({}) : onChange({ timeLimit: null }))}
      />
      {timeLimit && (
        <div className={styles.limit}>
          <NumberInput
            aria-label={t('pipelines.time_limit')}
            min={1}
            max={3650}
            allowDecimal={false}
            clampBehavior="strict"
            value={timeLimit.amount}
            onChange={(amount) => typeof amount === 'number' && set({ amount })}
          />
          <SegmentedControl
            aria-label={t('pipelines.time_unit')}
            value={timeLimit.unit}
            data={(['hours', 'days'] as const).map((unit) => ({ value: unit, label: t(`pipelines.time_${unit}`) }))}
            onChange={(unit) => set({ unit: unit as TimeLimit['unit'] })}
          />
        </div>
      )}
    </>
  )
}

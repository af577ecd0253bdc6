import { useText } from '#web/text.tsx'
import { type Selected, useEditor } from './editor-context.tsx'
import styles from './inspector.module.css'
import { useAutomationTitle, useWholeCondition } from './words.ts'

/** The details of a stage or automation for those who only look (P-5), and of versions, which never change. */
export function SelectedFacts({ selected }: { selected: Selected }) {
  const t = useText()
  const facts = useFacts()(selected)
  return (
    <dl className={styles.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function useFacts() {
  const t = useText()
  const editor = useEditor()
  const title = useAutomationTitle()
  const words = useWholeCondition()
  return (selected: Selected) => {
    const { condition } = selected.kind === 'stage' ? selected.stage : selected.automation
    const only = condition ? words(condition, editor) : t('pipelines.all_clients')
    if (selected.kind === 'automation') {
      const { automation } = selected
      const what = 'templateId' in automation ? 'pipelines.template' : (`pipelines.kind_${automation.kind}` as const)
      return [
        [what, title(automation, editor)],
        ['pipelines.for_whom', only],
        ['pipelines.repeat', t(`pipelines.repeat_${automation.repeat}`)],
      ] as const
    }
    const { stage, index } = selected
    const limit = stage.timeLimit
    const isLast = index === editor.draft.stages.length - 1
    const automove = isLast ? 'pipelines.last_stage' : stage.automove ? 'pipelines.on' : 'pipelines.off'
    const whenEmpty = stage.whenEmpty === 'stay' ? 'pipelines.when_empty_stay' : 'pipelines.when_empty_advance'
    return [
      ['pipelines.automove', t(automove)],
      ['pipelines.who_enters', only],
      ['pipelines.completion', t(`pipelines.completes_${stage.completion.rule}`)],
      ['pipelines.when_empty', t(whenEmpty)],
      [
        'pipelines.time_limit',
        limit ? t(`pipelines.limit_${limit.unit}`, { count: limit.amount }) : t('pipelines.no_limit'),
      ],
    ] as const
  }
}

import { TextInput } from '@mantine/core'
import type { FieldProblem } from '#kernel/refusal.ts'
import { useFieldText } from '#web/api/form.ts'
import { useText } from '#web/text.tsx'
import { CodedName } from './coded-name.tsx'
import type { TemplateDraft } from './draft-edits.ts'
import { problemsAt } from './draft-problems.ts'
import styles from './names-strip.module.css'
import { useRenderedName } from './rendered-name.ts'

export type NamesStripProps = {
  draft: TemplateDraft
  problems: FieldProblem[]
  onChange: ((change: Partial<TemplateDraft>) => void) | null
}

/** The two names: what the team picks from, and what clients see, with shortcodes (ORG-3, XC-1). */
export function NamesStrip({ draft: { name, organizerName }, problems, onChange }: NamesStripProps) {
  const t = useText()
  const fieldText = useFieldText()
  const [nameProblem] = problemsAt(problems, 'name')
  const rendered = useRenderedName(organizerName.trim() || name)
  return (
    <div className={styles.names}>
      <TextInput
        label={t('orgedit.name')}
        description={t('orgedit.name_help')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={200}
        autoFocus={name === ''}
        value={name}
        readOnly={!onChange}
        error={nameProblem && fieldText(nameProblem)}
        onChange={(event) => onChange?.({ name: event.currentTarget.value })}
      />
      <CodedName
        label={t('orgedit.organizer_name')}
        placeholder={name}
        description={rendered ? t('orgedit.seen_as', { name: rendered }) : t('orgedit.organizer_name_help')}
        value={organizerName}
        problem={problemsAt(problems, 'organizerName')[0]}
        onChange={onChange && ((value) => onChange({ organizerName: value }))}
      />
    </div>
  )
}

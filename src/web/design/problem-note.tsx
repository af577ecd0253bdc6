import { useFieldText } from '../api/form.ts'
import { asProblem } from '../api/problem.ts'
import { useText, useTextOr } from '../text.tsx'
import { LinkButton } from './link.tsx'
import { Note } from './note.tsx'

/**
 * Says why a call was refused or failed, and how to go on. Nothing is shown where there is no problem, so it can stand
 * in every form: `<ProblemNote problem={act.problem} />`. `onRetry` for what may simply be tried again.
 */
export function ProblemNote({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const t = useText()
  const textOr = useTextOr()
  const fieldText = useFieldText()
  if (!problem) return null
  const { code, fields, requestId } = asProblem(problem)
  const retry = onRetry && <LinkButton onClick={onRetry}>{t('ui.retry')}</LinkButton>
  return (
    <div role="alert">
      <Note tone="late" title={textOr(`refusal.${code}`, 'refusal.bug')} actions={retry}>
        {fields.length > 0 && (
          <ul>
            {fields.map((field) => (
              <li key={field.path + field.code}>{fieldText(field)}</li>
            ))}
          </ul>
        )}
        {code === 'bug' && requestId !== '' && <small>{t('ui.reference', { id: requestId })}</small>}
      </Note>
    </div>
  )
}

import { type Icon, IconCheckbox, IconClipboardList, IconMail, IconTag } from '@tabler/icons-react'
import type { Condition } from '#conditions/model.ts'
import { type TagNames, useConditionText } from '#web/design/condition-text.ts'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import type { Board, Job } from '../schemas.ts'

export type Automation = Board['stages'][number]['automations'][number]
type Outcome = Job['outcomes'][number]

/** Each kind's own sign. */
export const AUTOMATION_ICONS: Record<Automation['kind'], Icon> = {
  create_organizer: IconClipboardList,
  create_task: IconCheckbox,
  send_email: IconMail,
  update_account_tags: IconTag,
}

/** What an automation does, as a phrase: "Send organizer “Individual organizer”", "Change tags: +NL". */
export function useAutomationText(): (automation: Automation) => string {
  const t = useText()
  const { list } = useFormat()
  return ({ kind, templateName, addTags, removeTags, clearsTags }) => {
    if (kind !== 'update_account_tags') {
      return t(`automation.${kind}`, { name: templateName ?? t('automation.template_gone') })
    }
    const changes = [
      ...(clearsTags ? [t('automation.clear_tags')] : []),
      ...removeTags.map((tag) => `−${tag.name}`),
      ...addTags.map((tag) => `+${tag.name}`),
    ]
    return t('automation.tags', { changes: list(changes) })
  }
}

/** Why an automation does nothing, or could not; '' where it simply runs. */
export function useReasonText(): (reason: Outcome['reason'], condition: Condition | null, tags: TagNames) => string {
  const t = useText()
  const textOr = useTextOr()
  const conditionText = useConditionText()
  return (reason, condition, tags) => {
    if (!reason) return ''
    if (reason.code === 'condition_not_met') {
      if (!condition) return t('outcome.condition_unmet')
      return t('outcome.condition_not_met', { condition: conditionText(condition, tags) })
    }
    return textOr(`outcome.${reason.code}`, 'outcome.error', { errorId: String(reason.errorId ?? '') })
  }
}

/** What went along with an automation that was carried out: nobody mailed, codes without a value. */
export function useWarningText(): (warning: Outcome['warnings'][number]) => string {
  const { list } = useFormat()
  const textOr = useTextOr()
  return ({ code, tokens }) =>
    textOr(`warning.${code}`, 'warning.nobody_notified', {
      tokens: list(Array.isArray(tokens) ? tokens.map(String) : []),
    })
}

/** What an automation was to do; of changed tags only that they were. */
export function useOutcomeText(): (outcome: Outcome) => string {
  const t = useText()
  return ({ kind, templateName }) =>
    kind === 'update_account_tags'
      ? t('automation.tags_plain')
      : t(`automation.${kind}`, { name: templateName ?? t('automation.template_gone') })
}

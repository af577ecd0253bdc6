import {
  type Icon,
  IconCheckbox,
  IconClipboardList,
  IconEye,
  IconMail,
  IconTag,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react'
import type { Condition } from '#conditions/model.ts'
import { type ConditionNames, useConditionText } from '#web/design/condition-text.ts'
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
  update_account_access: IconUsers,
  update_job_assignees: IconUserCheck,
  update_client_status: IconEye,
}

/** What an automation does, as a phrase: "Send organizer “Individual organizer”", "Change tags: +NL". */
export function useAutomationText(): (automation: Automation) => string {
  const t = useText()
  const { list } = useFormat()
  return (automation) => {
    const { kind, templateName, add, remove, clears, clientStatus } = automation
    const changes = (cleared: string | null) =>
      list([
        ...(cleared ? [cleared] : []),
        ...remove.map(({ name }) => `−${name}`),
        ...add.map(({ name }) => `+${name}`),
      ])
    switch (kind) {
      case 'create_organizer':
      case 'create_task':
      case 'send_email':
        return t(`automation.${kind}`, { name: templateName ?? t('automation.template_gone') })
      case 'update_account_tags':
        return t('automation.tags', { changes: changes(clears ? t('automation.clear_tags') : null) })
      case 'update_account_access': {
        const replaced = add.length > 0 ? t('automation.clear_tags') : t('automation.default_users')
        return t('automation.update_account_access', { changes: changes(clears ? replaced : null) })
      }
      case 'update_job_assignees':
        return t('automation.update_job_assignees', { changes: changes(clears ? t('automation.clear_tags') : null) })
      case 'update_client_status':
        if (!clientStatus?.visible) return t('automation.hides_client')
        return t('automation.shows_client', { name: clientStatus.name ?? t('automation.status_gone') })
    }
  }
}

/** Why an automation does nothing, or could not; '' where it simply runs. */
export function useReasonText(): (
  reason: Outcome['reason'],
  condition: Condition | null,
  tags: ConditionNames,
) => string {
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

/** What an automation was to do; of what is changed only that it was. */
export function useOutcomeText(): (outcome: Outcome) => string {
  const t = useText()
  return ({ kind, templateName }) => {
    switch (kind) {
      case 'create_organizer':
      case 'create_task':
      case 'send_email':
        return t(`automation.${kind}`, { name: templateName ?? t('automation.template_gone') })
      case 'update_account_tags':
        return t('automation.tags_plain')
      case 'update_account_access':
        return t('automation.access_plain')
      case 'update_job_assignees':
        return t('automation.assignees_plain')
      case 'update_client_status':
        return t('automation.client_status_plain')
    }
  }
}

import { type Icon, IconCheckbox, IconClipboardList, IconMail, IconTag } from '@tabler/icons-react'
import type { Condition } from '#conditions/model.ts'
import type { DraftAutomation } from '#engine/core/lint.ts'
import { useConditionText } from '#web/design/condition-text.ts'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import type { Editor } from './editor-context.tsx'
import type { PlacedProblem } from './problems.ts'

type Kind = DraftAutomation['kind']

/** In the order in which they are offered. */
export const KINDS: readonly Kind[] = ['create_organizer', 'create_task', 'send_email', 'update_account_tags']

/** Each kind's own sign. */
export const ICONS: Record<Kind, Icon> = {
  create_organizer: IconClipboardList,
  create_task: IconCheckbox,
  send_email: IconMail,
  update_account_tags: IconTag,
}

type Names = Pick<Editor, 'tags' | 'templateName'>

/** What an automation works with: its template's name, or the tags it changes. */
export function useAutomationTitle(): (automation: DraftAutomation, names: Names) => string {
  const t = useText()
  const { list } = useFormat()
  return (automation, { tags, templateName }) => {
    if (automation.kind !== 'update_account_tags') {
      const { templateId } = automation
      if (templateId === null) return t('pipelines.no_template')
      return templateName(templateId) ?? t('pipelines.template_gone')
    }
    const name = (id: string) => tags.get(id) ?? t('pipelines.tag_gone')
    const changes = [
      ...(automation.clear ? [t('pipelines.clears')] : []),
      ...automation.remove.map((id) => `−${name(id)}`),
      ...automation.add.map((id) => `+${name(id)}`),
    ]
    return changes.length > 0 ? list(changes) : t('pipelines.no_tags')
  }
}

/** A condition in plain words; one that is not finished is left open. */
export function useWholeCondition(): (condition: Condition, names: Pick<Editor, 'tags'>) => string {
  const say = useConditionText()
  return (condition, { tags }) => (isUnfinished(condition) ? '…' : say(condition, tags))
}

export function useProblemText(): (problem: Pick<PlacedProblem, 'code'>) => string {
  const t = useText()
  const textOr = useTextOr()
  return ({ code }) =>
    code === 'condition_empty_group'
      ? t('pipelines.condition_unfinished')
      : textOr(`field.${code}`, 'field.invalid_value')
}

function isUnfinished(condition: Condition): boolean {
  return 'of' in condition && (condition.of.length === 0 || condition.of.some(isUnfinished))
}

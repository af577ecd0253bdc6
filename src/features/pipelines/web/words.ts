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
import type { DraftAutomation } from '#engine/core/draft.ts'
import { type ConditionNames, useConditionText } from '#web/design/condition-text.ts'
import { type TextKey, useFormat, useText, useTextOr } from '#web/text.tsx'
import type { Editor } from './editor-context.tsx'
import type { PlacedProblem } from './problems.ts'

type Kind = DraftAutomation['kind']

/** In the order in which they are offered. */
export const KINDS: readonly Kind[] = [
  'create_organizer',
  'create_task',
  'send_email',
  'update_account_tags',
  'update_client_status',
  'update_job_assignees',
  'update_account_access',
]

/** Each kind's own sign. */
export const ICONS: Record<Kind, Icon> = {
  create_organizer: IconClipboardList,
  create_task: IconCheckbox,
  send_email: IconMail,
  update_account_tags: IconTag,
  update_account_access: IconUsers,
  update_job_assignees: IconUserCheck,
  update_client_status: IconEye,
}

export type Names = Pick<Editor, 'names' | 'templateName'>

/** What an automation works with: its template's name, or what it changes. */
export function useAutomationTitle(): (automation: DraftAutomation, names: Names) => string {
  const t = useText()
  const { list } = useFormat()
  return (automation, { names, templateName }) => {
    const name = (id: string) => names.get(id) ?? t('pipelines.name_gone')
    const changes = (cleared: string | null, add: readonly string[], remove: readonly string[], none: TextKey) => {
      const said = [
        ...(cleared ? [cleared] : []),
        ...remove.map((id) => `−${name(id)}`),
        ...add.map((id) => `+${name(id)}`),
      ]
      return said.length > 0 ? list(said) : t(none)
    }
    switch (automation.kind) {
      case 'create_organizer':
      case 'create_task':
      case 'send_email': {
        const { templateId } = automation
        if (templateId === null) return t('pipelines.no_template')
        return templateName(templateId) ?? t('pipelines.template_gone')
      }
      case 'update_account_tags': {
        const { clear, add, remove } = automation
        return changes(clear ? t('pipelines.clears') : null, add, remove, 'pipelines.no_tags')
      }
      case 'update_account_access': {
        const { replace, add, remove } = automation
        const replaced = add.length > 0 ? t('pipelines.clears') : t('pipelines.default_team')
        return changes(replace ? replaced : null, add, remove, 'pipelines.nobody_chosen')
      }
      case 'update_job_assignees': {
        const { clear, add, remove } = automation
        const ids = (people: readonly { id: string }[]) => people.map((it) => it.id)
        return changes(clear ? t('pipelines.clears') : null, ids(add), ids(remove), 'pipelines.nobody_chosen')
      }
      case 'update_client_status':
        if (!automation.visible) return t('pipelines.hidden_from_client')
        return automation.statusId === null ? t('pipelines.no_client_status') : name(automation.statusId)
    }
  }
}

/** A condition in plain words; one that is not finished is left open. */
export function useWholeCondition(): (condition: Condition, names: Pick<Editor, 'names'>) => string {
  const say = useConditionText()
  return (condition, { names }) => (isUnfinished(condition) ? '…' : say(condition, names))
}

/** What is wrong, or can hardly be meant; `tags` are for what is about one. */
export function useProblemText(tags: ConditionNames = NO_NAMES): (problem: Finding) => string {
  const t = useText()
  const textOr = useTextOr()
  return ({ code, tagId }) => {
    if (code === 'condition_empty_group') return t('pipelines.condition_unfinished')
    const about = tagId === undefined ? undefined : { tag: tags.get(tagId) ?? t('pipelines.tag_gone') }
    return textOr(`field.${code}`, 'field.invalid_value', about)
  }
}

type Finding = Pick<PlacedProblem, 'code' | 'tagId'>

const NO_NAMES: ConditionNames = new Map()

function isUnfinished(condition: Condition): boolean {
  return 'of' in condition && (condition.of.length === 0 || condition.of.some(isUnfinished))
}

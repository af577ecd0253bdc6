import { TASK_STATUSES, type TaskStatus } from '#features/tasks/model.ts'
import { useOwnTaskStatusText } from '#web/task-status-text.ts'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import type { Fact } from '../contract.ts'
import { sentenceValues } from '../model.ts'

/** Says facts in the reader's language, each as the sentence of its type. */
export function useFactText(): (fact: Fact) => string {
  const textOr = useTextOr()
  const nameOf = useActorName()
  const { list, date } = useFormat()
  const ownStatus = useOwnTaskStatusText()
  return (fact) => {
    const said = sentenceValues(fact, nameOf(fact.actor), { join: list, date })
    const own = isTaskStatus(fact.payload.status) ? ownStatus(fact.payload.status) : null
    const values = { ...said, own: own === null ? 'no' : 'yes', ownStatus: own ?? '' }
    return textOr(`event.${fact.type}`, 'activity.something', { ...values, type: fact.type })
  }
}

function isTaskStatus(status: unknown): status is TaskStatus {
  return TASK_STATUSES.some((each) => each === status)
}

export function useActorName(): (actor: Fact['actor']) => string {
  const t = useText()
  return ({ kind, name }) => {
    switch (kind) {
      case 'automation':
        return t('activity.automation')
      case 'system':
        return t('activity.system')
      case 'member':
      case 'contact':
        return name
    }
  }
}

import type { Condition } from '#conditions/model.ts'
import type { DraftAutomation, DraftStage, DraftStatus } from '#engine/core/draft.ts'
import { useFormat, useText } from '#web/text.tsx'
import type { AutomationAspect, StageAspect, StatusAspect } from '../rules.ts'
import type { Editor } from './editor-context.tsx'
import { useAutomationTitle, useWholeCondition } from './words.ts'

export type AspectNames = Pick<Editor, 'names' | 'templateName'>

type Aspect = StageAspect | StatusAspect | AutomationAspect

/** What became another, by name, and as it is now and was before: "3 days, was no limit". */
export function useAspects(names: AspectNames) {
  const t = useText()
  const title = useAutomationTitle()
  const words = useStageWords(names)
  const differs = (now: string, before: string) => t('pipelines.now_was', { now, before })
  return {
    name: (aspect: Aspect) => t(`pipelines.aspect_${aspect}`),
    ofStage(aspect: StageAspect, now: DraftStage, before: DraftStage): string {
      switch (aspect) {
        case 'name':
          return t('pipelines.was_called', { name: before.name })
        case 'automove':
          return differs(words.onOff(now.automove), words.onOff(before.automove))
        case 'condition':
          return differs(words.who(now.condition), words.who(before.condition))
        case 'when_empty':
          return differs(t(`pipelines.when_empty_${now.whenEmpty}`), t(`pipelines.when_empty_${before.whenEmpty}`))
        case 'completion':
          return differs(words.completion(now), words.completion(before))
        case 'time_limit':
          return differs(words.limit(now), words.limit(before))
      }
    },
    ofStatus(aspect: StatusAspect, now: DraftStatus, before: DraftStatus): string {
      switch (aspect) {
        case 'name':
          return t('pipelines.was_called', { name: before.name })
        case 'color':
          return differs(t(`tags.color_${now.color}`), t(`tags.color_${before.color}`))
        case 'automove':
          return differs(words.onOff(now.automove), words.onOff(before.automove))
      }
    },
    ofAutomation(aspect: AutomationAspect, now: DraftAutomation, before: DraftAutomation): string {
      switch (aspect) {
        case 'template':
        case 'tags':
        case 'people':
        case 'client_status':
          return differs(title(now, names), title(before, names))
        case 'condition':
          return differs(words.who(now.condition), words.who(before.condition))
        case 'repeat':
          return differs(t(`pipelines.repeat_${now.repeat}`), t(`pipelines.repeat_${before.repeat}`))
      }
    },
  }
}

/** What a stage says, in words. */
function useStageWords(names: AspectNames) {
  const t = useText()
  const { list } = useFormat()
  const title = useAutomationTitle()
  const condition = useWholeCondition()
  return {
    onOff: (on: boolean) => t(on ? 'pipelines.on' : 'pipelines.off'),
    who: (value: Condition | null) =>
      value ? t('pipelines.only_if', { condition: condition(value, names) }) : t('pipelines.all_clients'),
    limit: ({ timeLimit }: DraftStage) =>
      timeLimit ? t(`pipelines.limit_${timeLimit.unit}`, { count: timeLimit.amount }) : t('pipelines.no_limit'),
    completion({ completion, automations }: DraftStage): string {
      switch (completion.rule) {
        case 'all':
          return t('pipelines.completion_all')
        case 'any':
          return t('pipelines.completion_any')
        case 'count':
          return t('pipelines.completion_count', { count: completion.count })
        case 'named': {
          const named = automations.filter((automation) => completion.automationIds.includes(automation.id))
          return list(named.map((automation) => title(automation, names)))
        }
      }
    },
  }
}

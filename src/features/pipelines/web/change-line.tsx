import { useFormat, useText } from '#web/text.tsx'
import type { Change, Place } from '../rules.ts'
import styles from './change-list.module.css'
import { type AspectNames, useAspects } from './use-aspects.ts'
import { useAutomationTitle } from './words.ts'

const SIGNS = { plus: '+', minus: '−', other: '~' } as const

/** One thing that is said differently than before, and how. */
export function ChangeLine({ change, names }: { change: Change; names: AspectNames }) {
  const { sign, text, details = [] } = useChangeWords(names)(change)
  return (
    <li className={styles.change} data-sign={sign}>
      <b aria-hidden="true">{SIGNS[sign]}</b>
      <div>
        {text}
        {details.map((detail) => (
          <small key={detail}>{detail}</small>
        ))}
      </div>
    </li>
  )
}

type Words = { sign: keyof typeof SIGNS; text: string; details?: string[] }

function useChangeWords(names: AspectNames): (change: Change) => Words {
  const t = useText()
  const { list } = useFormat()
  const title = useAutomationTitle()
  const aspects = useAspects(names)
  const nameOf = (place: Pick<Place, 'name'>) => place.name.trim() || t('pipelines.unnamed_stage')
  const parts = (what: readonly Parameters<typeof aspects.name>[0][]) => list(what.map(aspects.name))
  return (change) => {
    switch (change.kind) {
      case 'stages_reordered':
        return { sign: 'other', text: t('pipelines.change_stages_reordered') }
      case 'stage_added':
        return { sign: 'plus', text: t('pipelines.change_stage_added', { stage: nameOf(change.stage) }) }
      case 'stage_removed':
        return { sign: 'minus', text: t('pipelines.change_stage_removed', { stage: nameOf(change.stage) }) }
      case 'stage_changed': {
        const { stage, before, what } = change
        const text = t('pipelines.change_stage_changed', { stage: nameOf(stage), parts: parts(what) })
        return { sign: 'other', text, details: what.map((it) => aspects.ofStage(it, stage, before)) }
      }
      case 'status_added':
        return { sign: 'plus', text: t('pipelines.change_status_added', { status: nameOf(change.status) }) }
      case 'status_removed':
        return { sign: 'minus', text: t('pipelines.change_status_removed', { status: nameOf(change.status) }) }
      case 'status_changed': {
        const { status, before, what } = change
        const text = t('pipelines.change_status_changed', { status: nameOf(status), parts: parts(what) })
        return { sign: 'other', text, details: what.map((it) => aspects.ofStatus(it, status, before)) }
      }
      case 'automations_reordered':
        return { sign: 'other', text: t('pipelines.change_automations_reordered', { stage: nameOf(change.place) }) }
    }
    const { automation } = change
    const said = { stage: nameOf(change.place), kind: t(`pipelines.kind_${automation.kind}`) }
    const details = [title(automation, names)]
    switch (change.kind) {
      case 'automation_added':
        return { sign: 'plus', text: t('pipelines.change_automation_added', said), details }
      case 'automation_removed':
        return { sign: 'minus', text: t('pipelines.change_automation_removed', said), details }
      case 'automation_moved': {
        const from = nameOf(change.from)
        return { sign: 'other', text: t('pipelines.change_automation_moved', { ...said, from }), details }
      }
      case 'automation_changed': {
        const { before, what } = change
        const text = t('pipelines.change_automation_changed', { ...said, parts: parts(what) })
        return { sign: 'other', text, details: what.map((it) => aspects.ofAutomation(it, automation, before)) }
      }
    }
  }
}

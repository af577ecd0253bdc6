import type { TextKey } from '#web/text.tsx'
import { useFormat, useText } from '#web/text.tsx'
import type { Change } from '../rules.ts'
import styles from './change-list.module.css'
import type { Editor } from './editor-context.tsx'
import { useAutomationTitle } from './words.ts'

const SIGNS = { plus: '+', minus: '−', other: '~' } as const

/** One thing that is said differently than before. */
export function ChangeLine({ change, names }: { change: Change; names: Names }) {
  const { sign, text, detail } = useChangeWords(names)(change)
  return (
    <li className={styles.change} data-sign={sign}>
      <b aria-hidden="true">{SIGNS[sign]}</b>
      <div>
        {text}
        {detail && <small>{detail}</small>}
      </div>
    </li>
  )
}

type Names = Pick<Editor, 'tags' | 'templateName'>
type Words = { sign: keyof typeof SIGNS; text: string; detail?: string }

function useChangeWords(names: Names): (change: Change) => Words {
  const t = useText()
  const { list } = useFormat()
  const title = useAutomationTitle()
  const nameOf = (stage: { name: string }) => stage.name.trim() || t('pipelines.unnamed_stage')
  const parts = (what: string[]) => list(what.map((part) => t(`pipelines.aspect_${part}` as TextKey)))
  const statusWords = (change: Extract<Change, { status: unknown }>): Words => {
    const status = change.status.name.trim()
    switch (change.kind) {
      case 'status_added':
        return { sign: 'plus', text: t('pipelines.change_status_added', { status }) }
      case 'status_removed':
        return { sign: 'minus', text: t('pipelines.change_status_removed', { status }) }
      case 'status_changed':
        return {
          sign: 'other',
          text: t('pipelines.change_status_changed', { status, parts: parts(change.what) }),
        }
    }
  }
  return (change) => {
    if (change.kind === 'stages_reordered') return { sign: 'other', text: t('pipelines.change_stages_reordered') }
    if ('status' in change) return statusWords(change)
    const stage = nameOf(change.stage)
    switch (change.kind) {
      case 'stage_added':
        return { sign: 'plus', text: t('pipelines.change_stage_added', { stage }) }
      case 'stage_removed':
        return { sign: 'minus', text: t('pipelines.change_stage_removed', { stage }) }
      case 'stage_changed': {
        const text = t('pipelines.change_stage_changed', { stage, parts: parts(change.what) })
        if (!change.what.includes('name')) return { sign: 'other', text }
        return { sign: 'other', text, detail: t('pipelines.was_called', { name: change.before.name }) }
      }
      case 'automations_reordered':
        return { sign: 'other', text: t('pipelines.change_automations_reordered', { stage }) }
    }
    const kind = t(`pipelines.kind_${change.automation.kind}`)
    const detail = title(change.automation, names)
    switch (change.kind) {
      case 'automation_added':
        return { sign: 'plus', text: t('pipelines.change_automation_added', { stage, kind }), detail }
      case 'automation_removed':
        return { sign: 'minus', text: t('pipelines.change_automation_removed', { stage, kind }), detail }
      case 'automation_moved':
        return {
          sign: 'other',
          text: t('pipelines.change_automation_moved', { stage, kind, from: nameOf(change.from) }),
          detail,
        }
      case 'automation_changed':
        return {
          sign: 'other',
          text: t('pipelines.change_automation_changed', { stage, kind, parts: parts(change.what) }),
          detail,
        }
    }
  }
}

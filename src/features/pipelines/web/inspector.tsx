import { ActionIcon } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Drawer } from '#web/design/drawer.tsx'
import { isEscape } from '#web/design/escape.ts'
import { ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import { AutomationForm } from './automation-form.tsx'
import { found, type Selected, useEditor } from './editor-context.tsx'
import styles from './inspector.module.css'
import { SelectedFacts } from './selected-facts.tsx'
import { StageForm } from './stage-form.tsx'
import { StatusForm } from './status-form.tsx'

/** The details of the stage, status or automation that is selected: beside the stages, or over them where there is no room. */
export function Inspector({ of }: { of: 'stages' | 'statuses' }) {
  const { draft, selected: id, select, edit } = useEditor()
  const narrow = useMediaQuery('(max-width: 899px)')
  const words = useWords(of)
  const selected = found(draft, id)
  if (!selected) return null
  const { title, where } = words(selected)
  const close = () => select(null)
  const body = edit ? <Form key={id} of={of} selected={selected} /> : <SelectedFacts selected={selected} />
  if (narrow) {
    return (
      <Drawer title={title} eyebrow={where} onClose={close}>
        {body}
      </Drawer>
    )
  }
  return (
    <Panel key={id} title={title} where={where} onClose={close}>
      {body}
    </Panel>
  )
}

function Form({ of, selected }: { of: 'stages' | 'statuses'; selected: Selected }) {
  if (selected.kind === 'stage') return of === 'stages' ? <StageForm {...selected} /> : <StatusForm {...selected} />
  return <AutomationForm {...selected} />
}

function useWords(of: 'stages' | 'statuses'): (selected: Selected) => { title: string; where: string } {
  const t = useText()
  const { draft } = useEditor()
  return (selected) => {
    const stage =
      selected.stage.name.trim() || t(of === 'stages' ? 'pipelines.unnamed_stage' : 'pipelines.unnamed_status')
    const place = selected.index + 1
    if (selected.kind === 'stage')
      return {
        title: stage,
        where: t(of === 'stages' ? 'pipelines.stage_place' : 'pipelines.status_place', {
          place,
          total: draft.stages.length,
        }),
      }
    const total = selected.stage.automations.length
    return {
      title: t(`pipelines.kind_${selected.automation.kind}`),
      where: t('pipelines.automation_place', { place, total, stage }),
    }
  }
}

type PanelProps = { title: string; where: string; onClose: () => void; children: ReactNode }

/** Not a dialog: the stages stay at hand. Escape closes it and gives the focus back to the card. */
function Panel({ title, where, onClose, children }: PanelProps) {
  const t = useText()
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const first = panel.current?.querySelector<HTMLElement>('[data-autofocus]') ?? panel.current?.querySelector('h2')
    first?.focus({ preventScroll: true })
  }, [])
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (isEscape(event)) onClose()
      }}
    >
      <header className={styles.head}>
        <div className={styles.line}>
          <span>{where}</span>
          <ActionIcon size="sm" aria-label={t('ui.close')} onClick={onClose}>
            <IconX {...ICON} />
          </ActionIcon>
        </div>
        <h2 id={id} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  )
}

import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { FieldRow } from '#web/design/field-row.tsx'
import { Form, SendOrCancel } from '#web/design/form.tsx'
import { LinkButton } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { scheduleDraft, scheduleOf } from '#web/schedule/schedule-draft.ts'
import { ScheduleFields } from '#web/schedule/schedule-fields.tsx'
import { ScheduleText } from '#web/schedule/schedule-text.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import { useOpenPipeline } from './open-pipeline.tsx'
import styles from './settings-tab.module.css'
import type { SettingsState } from './use-settings.ts'

/** The schedule that every new recurrence in this pipeline begins with (SET-6). */
export function RecurrenceSetting({ settings, set, settled }: SettingsState) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const { recurrence } = settings
  return (
    <FieldRow label={t('pipelines.recurrence')} help={t('pipelines.recurrence_help')}>
      <div className={styles.recurrence}>
        <span>{recurrence ? <ScheduleText schedule={recurrence} /> : t('pipelines.no_recurrence')}</span>
        <LinkButton onClick={() => setOpen(true)}>
          {t(recurrence ? 'pipelines.change_recurrence' : 'pipelines.set_recurrence')}
        </LinkButton>
        {recurrence && (
          <LinkButton onClick={() => void set({ recurrence: null })}>{t('pipelines.remove_recurrence')}</LinkButton>
        )}
      </div>
      {open && <ScheduleDialog settled={settled} onClose={() => setOpen(false)} />}
    </FieldRow>
  )
}

type ScheduleDialogProps = Pick<SettingsState, 'settled'> & { onClose: () => void }

function ScheduleDialog({ settled, onClose }: ScheduleDialogProps) {
  const t = useText()
  const { today } = useFormat()
  const { kept, keeper } = useOpenPipeline()
  const [waiting, setWaiting] = useState(false)
  const form = useForm({ initialValues: { schedule: scheduleDraft(kept.view.settings.recurrence, today()) } })
  const act = useFormAct(pipelinesContract.changeSettings, form, {
    input: ({ schedule }) => {
      const { id, settings, revision } = keeper.kept().view
      return { params: { id }, body: { ...settings, recurrence: scheduleOf(schedule) }, ifMatch: revision }
    },
    pathOf: (path) => path.replace(/^recurrence/, 'schedule'),
    onDone: (changed) => {
      keeper.adopt(changed)
      onClose()
    },
  })
  /** after what was set just before on the same page, and is still being saved */
  const submit = async () => {
    setWaiting(true)
    await settled()
    setWaiting(false)
    act.submit()
  }
  return (
    <Dialog opened title={t('pipelines.recurrence')} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event?.preventDefault()
          void submit()
        }}
      >
        <ScheduleFields form={form} />
        <ProblemNote problem={act.problem} />
        <SendOrCancel isRunning={waiting || act.isRunning} onCancel={onClose}>
          {t('ui.save')}
        </SendOrCancel>
      </Form>
    </Dialog>
  )
}

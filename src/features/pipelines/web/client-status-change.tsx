import { SegmentedControl, Switch, Textarea } from '@mantine/core'
import type { DraftAutomation } from '#engine/core/draft.ts'
import type { ClientStatusId } from '#kernel/ids.ts'
import { ClientStatusPick } from '#web/pick/client-status-pick.tsx'
import { useText } from '#web/text.tsx'
import { useEditor } from './editor-context.tsx'
import styles from './inspector.module.css'
import { ofField, type PlacedProblem } from './problems.ts'
import { useProblemText } from './words.ts'

type StatusAutomation = Extract<DraftAutomation, { kind: 'update_client_status' }>

export type ClientStatusChangeProps = {
  automation: StatusAutomation
  problems: PlacedProblem[]
  onChange: (change: Partial<StatusAutomation>) => void
}

/** What the client sees of the job from then on (CFS-4), and whether somebody is mailed about it (CFS-14). */
export function ClientStatusChange({ automation, problems, onChange }: ClientStatusChangeProps) {
  const t = useText()
  const problemText = useProblemText()
  const { vocabulary } = useEditor()
  const { visible, statusId, description, notify } = automation
  const chosen = vocabulary.clientStatuses.find((status) => status.id === statusId)
  const problem = ofField(problems, 'statusId')[0]
  return (
    <div className={styles.fields}>
      <SegmentedControl
        aria-label={t('pipelines.client_sees')}
        value={visible ? 'shown' : 'hidden'}
        data={[
          { value: 'shown', label: t('pipelines.shown_to_client') },
          { value: 'hidden', label: t('pipelines.hidden_from_client') },
        ]}
        onChange={(value) => onChange(value === 'shown' ? { visible: true } : { visible: false, notify: false })}
      />
      <ClientStatusPick
        placeholder={statusId && !chosen ? t('pipelines.client_status_gone') : t('pipelines.choose_client_status')}
        description={visible ? undefined : t('pipelines.hidden_status_help')}
        value={statusId}
        clearable={!visible}
        onChange={(id) => onChange({ statusId: id as ClientStatusId | null })}
        error={problem && problemText(problem)}
      />
      {visible && (
        <>
          <Textarea
            label={t('pipelines.client_description')}
            description={t('pipelines.client_description_help')}
            placeholder={chosen?.description ?? ''}
            value={description ?? ''}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) =>
              onChange({ description: event.currentTarget.value === '' ? null : event.currentTarget.value })
            }
          />
          <Switch
            label={t('pipelines.notify_client')}
            description={t('pipelines.notify_client_help')}
            checked={notify}
            onChange={(event) => onChange({ notify: event.currentTarget.checked })}
          />
        </>
      )}
    </div>
  )
}

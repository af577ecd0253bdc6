import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { ClientStatusPick } from '#web/pick/client-status-pick.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import styles from './board-filters.module.css'
import { followBulkAct } from './bulk-acts.ts'
import type { SelectedJobs } from './selection.ts'
import { NO_PLACES, useFilterChoices } from './use-filter-choices.ts'

type Lifecycle = 'active' | 'completed' | 'archived'
const LIFECYCLES: readonly Lifecycle[] = ['active', 'completed', 'archived']
const NOTHING = {
  priority: null,
  startOn: '',
  dueOn: '',
  add: [],
  remove: [],
  lifecycle: null,
  shown: null,
  clientStatusId: null,
  clientText: '',
} as {
  priority: string | null
  startOn: string
  dueOn: string
  add: string[]
  remove: string[]
  lifecycle: Lifecycle | null
  shown: 'show' | 'hide' | null
  clientStatusId: string | null
  clientText: string
}

export type EditJobsProps = { jobs: SelectedJobs; count: number; onDone: () => void; onClose: () => void }

/** Changes any number of jobs at once; what is left empty stays as it is on each (VIEW-3). */
export function EditJobs({ jobs, count, onDone, onClose }: EditJobsProps) {
  const t = useText()
  const [changes, setChanges] = useState(NOTHING)
  const choices = useFilterChoices(NO_PLACES)
  const members = choices.memberId
  const set = (changed: Partial<typeof NOTHING>) => setChanges({ ...changes, ...changed })
  const { run, isRunning, problem } = useAct(jobsContract.editJobs, {
    touches: ['bulk-acts'],
    onDone: (act) => {
      followBulkAct(act.id)
      onDone()
      onClose()
    },
  })
  const body = bodyOf(changes)
  return (
    <Dialog
      opened
      title={t('edit_jobs.title', { count })}
      onClose={onClose}
      buttons={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="filled"
            loading={isRunning}
            disabled={Object.keys(body).length === 0}
            onClick={() => void run({ body: { ...jobs, ...body } })}
          >
            {t('edit_jobs.confirm', { count })}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <ProblemNote problem={problem} />
        <Select
          label={t('job.priority')}
          placeholder={t('edit_jobs.stays')}
          data={choices.priority}
          value={changes.priority}
          onChange={(priority) => set({ priority })}
          clearable
        />
        <div className={styles.dates}>
          <TextInput
            type="date"
            label={t('job.start')}
            value={changes.startOn}
            onChange={(event) => set({ startOn: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('job.due')}
            value={changes.dueOn}
            onChange={(event) => set({ dueOn: event.currentTarget.value })}
          />
        </div>
        <MultiSelect
          label={t('edit_jobs.add_people')}
          data={members}
          value={changes.add}
          onChange={(add) => set({ add })}
          searchable
        />
        <MultiSelect
          label={t('edit_jobs.remove_people')}
          data={members}
          value={changes.remove}
          onChange={(remove) => set({ remove })}
          searchable
        />
        <Select
          label={t('filter.jobs.statusId')}
          placeholder={t('edit_jobs.stays')}
          data={LIFECYCLES.map((value) => ({ value, label: t(`edit_jobs.${value}`) }))}
          value={changes.lifecycle}
          onChange={(lifecycle) => set({ lifecycle })}
          clearable
        />
        <ClientPart changes={changes} set={set} />
      </div>
    </Dialog>
  )
}

type Set = (changed: Partial<typeof NOTHING>) => void

/** What clients see of all of them from now on (CFS-11). */
function ClientPart({ changes: { shown, clientStatusId, clientText }, set }: { changes: typeof NOTHING; set: Set }) {
  const t = useText()
  return (
    <>
      <Select
        label={t('edit_jobs.portal')}
        placeholder={t('edit_jobs.stays')}
        data={(['show', 'hide'] as const).map((value) => ({ value, label: t(`edit_jobs.${value}`) }))}
        value={shown}
        onChange={(value) => set({ shown: value as 'show' | 'hide' | null })}
        clearable
      />
      {shown === 'show' && (
        <>
          <ClientStatusPick
            clearable
            placeholder={t('edit_jobs.stays')}
            value={clientStatusId}
            onChange={(id, text) => set({ clientStatusId: id, clientText: text })}
          />
          {clientStatusId && (
            <Textarea
              label={t('job.client_text')}
              autosize
              minRows={2}
              maxRows={8}
              maxLength={10_000}
              value={clientText}
              onChange={(event) => set({ clientText: event.currentTarget.value })}
            />
          )}
        </>
      )}
    </>
  )
}

/** What was filled in, as the API takes it. */
function bodyOf({ priority, startOn, dueOn, add, remove, lifecycle, ...client }: typeof NOTHING) {
  const { shown, clientStatusId: statusId, clientText: description } = client
  return {
    ...(priority ? { priority: priority as 'low' | 'medium' | 'high' | 'urgent' } : {}),
    ...(startOn ? { startOn } : {}),
    ...(dueOn ? { dueOn } : {}),
    ...(add.length > 0 ? { addAssigneeIds: add } : {}),
    ...(remove.length > 0 ? { removeAssigneeIds: remove } : {}),
    ...(lifecycle ? { lifecycle } : {}),
    ...(shown
      ? { client: { visible: shown === 'show', ...(shown === 'show' && statusId ? { statusId, description } : {}) } }
      : {}),
  }
}

import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import styles from './board-filters.module.css'
import { followBulkAct } from './bulk-acts.ts'
import type { SelectedJobs } from './selection.ts'
import { NO_PLACES, useFilterChoices } from './use-filter-choices.ts'

type Lifecycle = 'active' | 'completed' | 'archived'
const LIFECYCLES: readonly Lifecycle[] = ['active', 'completed', 'archived']
const NOTHING = { priority: null, startOn: '', dueOn: '', add: [], remove: [], lifecycle: null } as {
  priority: string | null
  startOn: string
  dueOn: string
  add: string[]
  remove: string[]
  lifecycle: Lifecycle | null
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
      </div>
    </Dialog>
  )
}

/** What was filled in, as the API takes it. */
function bodyOf({ priority, startOn, dueOn, add, remove, lifecycle }: typeof NOTHING) {
  return {
    ...(priority ? { priority: priority as 'low' | 'medium' | 'high' | 'urgent' } : {}),
    ...(startOn ? { startOn } : {}),
    ...(dueOn ? { dueOn } : {}),
    ...(add.length > 0 ? { addAssigneeIds: add } : {}),
    ...(remove.length > 0 ? { removeAssigneeIds: remove } : {}),
    ...(lifecycle ? { lifecycle } : {}),
  }
}

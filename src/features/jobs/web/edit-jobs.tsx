import { Button, MultiSelect, Select } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useGuardedClose } from '#web/design/unsaved-guard.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import { LIFECYCLES } from '../model.ts'
import styles from './board-filters.module.css'
import { followBulkAct } from './bulk-acts.ts'
import { bodyOf, NOTHING, type SetChanges } from './edit-jobs-changes.ts'
import { ClientPart, DatesPart, TagsPart } from './edit-jobs-parts.tsx'
import { RolesField } from './roles-field.tsx'
import type { SelectedJobs } from './selection.ts'
import { NO_PLACES, useFilterChoices } from './use-filter-choices.ts'

export type EditJobsProps = { jobs: SelectedJobs; count: number; onDone: () => void; onClose: () => void }

/** Changes any number of jobs at once; what is left empty stays as it is on each (VIEW-3). */
export function EditJobs({ jobs, count, onDone, onClose }: EditJobsProps) {
  const t = useText()
  const mayTag = useRight('manage_tags')
  const [changes, setChanges] = useState(NOTHING)
  const choices = useFilterChoices(NO_PLACES)
  const members = choices.memberId
  const set: SetChanges = (changed) => setChanges({ ...changes, ...changed })
  const { run, isRunning, problem } = useAct(jobsContract.editJobs, {
    touches: ['bulk-acts'],
    onDone: (act) => {
      followBulkAct(act.id)
      onDone()
      onClose()
    },
  })
  const body = bodyOf(changes)
  const isEmpty = Object.keys(body).length === 0
  const { close, guard } = useGuardedClose(onClose, () => !isEmpty)
  return (
    <Dialog
      opened
      title={t('edit_jobs.title', { count })}
      onClose={close}
      buttons={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="filled"
            loading={isRunning}
            disabled={isEmpty}
            onClick={() => void run({ body: { ...jobs, ...body } })}
          >
            {t('edit_jobs.confirm', { count })}
          </Button>
        </>
      }
    >
      {guard}
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
        <DatesPart changes={changes} set={set} />
        <MultiSelect
          label={t('edit_jobs.add_people')}
          data={members}
          value={changes.add}
          onChange={(add) => set({ add })}
          searchable
        />
        <RolesField
          label={t('job.add_roles')}
          description={t('edit_jobs.roles_help')}
          value={changes.roles}
          onChange={(roles) => set({ roles })}
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
        {mayTag && <TagsPart changes={changes} set={set} tags={choices.tagId} />}
        <ClientPart changes={changes} set={set} />
      </div>
    </Dialog>
  )
}

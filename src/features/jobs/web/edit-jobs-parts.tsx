import { Checkbox, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { ClientStatusPick } from '#web/pick/client-status-pick.tsx'
import { useText } from '#web/text.tsx'
import styles from './board-filters.module.css'
import type { Changes, SetChanges } from './edit-jobs-changes.ts'

type PartProps = { changes: Changes; set: SetChanges }

/** Another date on all of them, or none any more. */
export function DatesPart({ changes: { startOn, dueOn, noStart, noDue }, set }: PartProps) {
  const t = useText()
  return (
    <div className={styles.pairs}>
      <div className={styles.pair}>
        <TextInput
          type="date"
          label={t('job.start')}
          disabled={noStart}
          value={noStart ? '' : startOn}
          onChange={(event) => set({ startOn: event.currentTarget.value })}
        />
        <Checkbox
          label={t('edit_jobs.no_start')}
          checked={noStart}
          onChange={(event) => set({ noStart: event.currentTarget.checked })}
        />
      </div>
      <div className={styles.pair}>
        <TextInput
          type="date"
          label={t('job.due')}
          disabled={noDue}
          value={noDue ? '' : dueOn}
          onChange={(event) => set({ dueOn: event.currentTarget.value })}
        />
        <Checkbox
          label={t('edit_jobs.no_due')}
          checked={noDue}
          onChange={(event) => set({ noDue: event.currentTarget.checked })}
        />
      </div>
    </div>
  )
}

type TagsPartProps = PartProps & { tags: { value: string; label: string }[] }

/** Tags of the clients whose jobs they are (TAGS-2). */
export function TagsPart({ changes: { addTags, removeTags }, set, tags }: TagsPartProps) {
  const t = useText()
  return (
    <>
      <MultiSelect
        label={t('edit_jobs.add_tags')}
        data={tags}
        value={addTags}
        onChange={(value) => set({ addTags: value })}
        searchable
      />
      <MultiSelect
        label={t('edit_jobs.remove_tags')}
        data={tags}
        value={removeTags}
        onChange={(value) => set({ removeTags: value })}
        searchable
      />
    </>
  )
}

/** What clients see of all of them from now on (CFS-11). */
export function ClientPart({ changes: { shown, clientStatusId, clientText }, set }: PartProps) {
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

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { useAct } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { ICON } from '#web/design/icon.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { type SavedFilter, savedFiltersContract } from '../contract.ts'
import styles from './saved-filters.module.css'

type ManageFiltersProps = { filters: SavedFilter[]; onClose: () => void }

/** Every saved filter with what may be done to it; deleting can be taken back. */
export function ManageFilters({ filters, onClose }: ManageFiltersProps) {
  const t = useText()
  const managesFirm = useMember().member.role !== 'employee'
  return (
    <Dialog
      opened
      title={t('saved_filters.open')}
      onClose={onClose}
      buttons={<Button onClick={onClose}>{t('ui.close')}</Button>}
    >
      {filters.length === 0 && <p className={styles.none}>{t('saved_filters.none')}</p>}
      <ul className={styles.list}>
        {filters.map((filter) => (
          <li key={filter.id} className={styles.line}>
            <Line filter={filter} mayChange={managesFirm || !filter.shared} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

function Line({ filter, mayChange }: { filter: SavedFilter; mayChange: boolean }) {
  const t = useText()
  const [renaming, setRenaming] = useState(false)
  const remove = useDelete(filter)
  const { name, shared } = filter
  if (renaming) return <Rename filter={filter} onDone={() => setRenaming(false)} />
  return (
    <>
      <span className={styles.name}>{name}</span>
      {shared && <Tag>{t('saved_filters.firms')}</Tag>}
      {mayChange && (
        <>
          <ActionIcon size="sm" aria-label={t('saved_filters.rename', { name })} onClick={() => setRenaming(true)}>
            <IconPencil {...ICON} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={t('saved_filters.delete', { name })}
            loading={remove.isRunning}
            onClick={() => void remove.run({ params: { id: filter.id } })}
          >
            <IconTrash {...ICON} />
          </ActionIcon>
        </>
      )}
      <ProblemNote problem={remove.problem} />
    </>
  )
}

function Rename({ filter: { id, name, revision }, onDone }: { filter: SavedFilter; onDone: () => void }) {
  const t = useText()
  const form = useForm({ initialValues: { name } })
  const act = useFormAct(savedFiltersContract.renameSavedFilter, form, {
    input: (body) => ({ params: { id }, body, ifMatch: revision }),
    onDone,
  })
  return (
    <form className={styles.rename} onSubmit={act.submit} noValidate>
      <TextInput
        className={styles.name}
        aria-label={t('saved_filters.name_of', { name })}
        autoFocus
        {...form.getInputProps('name')}
      />
      <Button type="submit" loading={act.isRunning}>
        {t('ui.save')}
      </Button>
      <Button variant="subtle" onClick={onDone}>
        {t('ui.cancel')}
      </Button>
      {act.problem?.code === 'stale' ? (
        <p role="alert" className={styles.none}>
          {t('saved_filters.stale', { name: (act.problem.detail as { current: SavedFilter }).current.name })}
        </p>
      ) : (
        <ProblemNote problem={act.problem} />
      )}
    </form>
  )
}

/** Deletes; *Undo* saves the same again. */
function useDelete({ place, name, shared, filter }: SavedFilter) {
  const t = useText()
  const toast = useToast()
  const again = useAct(savedFiltersContract.createSavedFilter)
  return useAct(savedFiltersContract.deleteSavedFilter, {
    onDone: () =>
      toast(t('saved_filters.deleted', { name }), {
        undo: () => void again.run({ body: { place, name, shared, filter } }),
      }),
  })
}

import { Button, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useId } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { savedFiltersContract } from '../contract.ts'
import type { Place } from '../model.ts'
import { type FilterNow, onlySet } from './filter-now.ts'

type SaveFilterProps = { place: Place; filter: FilterNow; onClose: () => void }

/** Gives what is set a name: for oneself, or by owners and admins for everybody. */
export function SaveFilter({ place, filter, onClose }: SaveFilterProps) {
  const t = useText()
  const toast = useToast()
  const formId = useId()
  const managesFirm = useMember().member.role !== 'employee'
  const form = useForm({ initialValues: { name: '', shared: false } })
  const act = useFormAct(savedFiltersContract.createSavedFilter, form, {
    input: (values) => ({ body: { place, ...values, filter: onlySet(filter) } }),
    onDone: ({ name }) => {
      toast(t('saved_filters.saved', { name }))
      onClose()
    },
  })
  return (
    <Dialog
      opened
      title={t('saved_filters.save_title')}
      onClose={onClose}
      buttons={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="filled" type="submit" form={formId} loading={act.isRunning}>
            {t('saved_filters.confirm')}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={act.submit}>
        <TextInput
          label={t('saved_filters.name')}
          description={t('saved_filters.name_help')}
          {...form.getInputProps('name')}
        />
        {managesFirm && (
          <Switch label={t('saved_filters.share')} {...form.getInputProps('shared', { type: 'checkbox' })} />
        )}
        <ProblemNote problem={act.problem} />
      </Form>
    </Dialog>
  )
}

import { Button, Radio, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useFormAct } from '#web/api/form.ts'
import { FieldRow } from '#web/design/field-row.tsx'
import { Buttons, Form } from '#web/design/form.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { UnsavedGuard } from '#web/design/unsaved-guard.tsx'
import { useText } from '#web/text.tsx'
import { type ListedMember, teamContract } from '../contract.ts'
import { RightsField } from './rights-field.tsx'

export type AccessProps = {
  member: ListedMember
  /** the reader is owner or admin; what exactly he may change says `member.may` */
  mayChange: boolean
}

/** Role, rights and default access of a colleague, saved together. */
export function Access({ member, mayChange }: AccessProps) {
  const t = useText()
  const say = useToast()
  const { role, rights, defaultAccess, may, revision } = member
  const form = useForm({ initialValues: { role, rights, defaultAccess } })
  const act = useFormAct(teamContract.changeMember, form, {
    input: (values) => {
      const chosen = values.role === 'employee' && may.changeRights ? { rights: values.rights } : {}
      const body = { ...(may.changeRole ? { role: values.role } : {}), ...chosen, defaultAccess: values.defaultAccess }
      return { params: { id: member.id }, body, ifMatch: revision }
    },
    onDone: () => say(t('ui.saved')),
  })
  const chosen = form.values
  return (
    <Form onSubmit={act.submit}>
      <UnsavedGuard isDirty={() => form.isDirty()} />
      {may.changeRole && (
        <Radio.Group label={t('team.role')} {...form.getInputProps('role')}>
          <Radio value="employee" label={t('role.employee')} description={t('role.employee.what')} />
          <Radio value="admin" label={t('role.admin')} description={t('role.admin.what')} />
        </Radio.Group>
      )}
      {chosen.role === 'employee' ? (
        <RightsField
          value={chosen.rights}
          disabled={!may.changeRights}
          onChange={(given) => form.setFieldValue('rights', given)}
        />
      ) : (
        <Note>{t(chosen.role === 'owner' ? 'role.owner.what' : 'role.admin.what')}</Note>
      )}
      <FieldRow label={t('team.default_access')} help={t('team.default_access_help')}>
        <Switch
          aria-label={t('team.default_access')}
          disabled={!mayChange}
          {...form.getInputProps('defaultAccess', { type: 'checkbox' })}
        />
      </FieldRow>
      <ProblemNote problem={act.problem} />
      {mayChange && (
        <Buttons>
          <Button type="submit" variant="filled" loading={act.isRunning}>
            {t('ui.save')}
          </Button>
        </Buttons>
      )}
    </Form>
  )
}

import { Button, Radio, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { LOCALES, type Locale } from '#kernel/locale.ts'
import type { Right } from '#kernel/rights.ts'
import { useFormAct } from '#web/api/form.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Buttons, Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useMember } from '#web/session.tsx'
import { LANGUAGES } from '#web/shell/preferences.tsx'
import { useText } from '#web/text.tsx'
import { teamContract } from '../contract.ts'
import styles from './panel.module.css'
import { RightsField } from './rights-field.tsx'

type Values = { name: string; email: string; role: 'admin' | 'employee'; rights: Right[]; locale: Locale }

/** Invites a colleague; what he gets is one mail with a link. */
export function InviteDrawer({ onClose }: { onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const { firm, member } = useMember()
  const form = useForm<Values>({
    initialValues: { name: '', email: '', role: 'employee', rights: [], locale: firm.locale },
  })
  const { role, rights } = form.values
  const act = useFormAct(teamContract.inviteMember, form, {
    input: (values) => ({ body: { ...values, rights: role === 'admin' ? [] : rights } }),
    onDone: ({ email }) => {
      say(t('team.invited', { email }))
      onClose()
    },
  })
  return (
    <Drawer title={t('team.invite')} isDirty={() => form.isDirty()} onClose={onClose}>
      <div className={styles.panel}>
        <Form onSubmit={act.submit}>
          <TextInput label={t('profile.name')} {...form.getInputProps('name')} />
          <TextInput label={t('login.email')} type="email" inputMode="email" {...form.getInputProps('email')} />
          <Select
            label={t('profile.language')}
            data={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
            {...form.getInputProps('locale')}
          />
          {member.role === 'owner' && (
            <Radio.Group label={t('team.role')} {...form.getInputProps('role')}>
              <Radio value="employee" label={t('role.employee')} description={t('role.employee.what')} />
              <Radio value="admin" label={t('role.admin')} description={t('role.admin.what')} />
            </Radio.Group>
          )}
          {role === 'employee' && (
            <RightsField value={rights} onChange={(chosen) => form.setFieldValue('rights', chosen)} />
          )}
          <ProblemNote problem={act.problem} />
          <Buttons>
            <Button type="submit" variant="filled" loading={act.isRunning}>
              {t('team.send_invitation')}
            </Button>
          </Buttons>
        </Form>
      </div>
    </Drawer>
  )
}

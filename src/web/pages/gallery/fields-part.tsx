import {
  Button,
  Checkbox,
  MultiSelect,
  NumberInput,
  PasswordInput,
  Radio,
  Select,
  Switch,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { FieldRow } from '../../design/field-row.tsx'
import { Section } from '../../design/section.tsx'
import styles from './gallery.module.css'

/** The fields of a form: empty, filled, refused, switched off. */
export function FieldsPart() {
  const form = useForm({
    initialValues: { name: 'Individual organizer 2025', email: 'sanne@' },
    initialErrors: { email: 'Write an e-mail address, such as name@example.com' },
  })
  return (
    <Section title="Fields">
      <form className={styles.stack} onSubmit={form.onSubmit(() => {})}>
        <TextInput label="Name the client sees" {...form.getInputProps('name')} />
        <TextInput
          label="E-mail"
          description="For reminders"
          placeholder="name@example.com"
          {...form.getInputProps('email')}
        />
        <Select
          label="Template"
          data={['Foreign income 2025', 'Rental property 2025']}
          defaultValue="Foreign income 2025"
        />
        <MultiSelect label="Roles" data={['Partner', 'Preparer', 'Reviewer']} defaultValue={['Preparer']} />
        <NumberInput label="Days" defaultValue={3} hideControls />
        <PasswordInput label="Password" defaultValue="correct horse" />
        <Textarea label="Comment" placeholder="Write a comment, @ mentions a colleague" autosize minRows={2} />
        <Checkbox label="Send a mail" defaultChecked />
        <Checkbox label="Notify everybody" indeterminate />
        <Checkbox label="Not possible here" disabled />
        <Radio.Group label="When a job comes back" defaultValue="once">
          <Radio value="again" label="Send again" />
          <Radio value="once" label="Once per job" />
        </Radio.Group>
        <FieldRow label="Automove" help="A job moves on by itself when nothing is pending.">
          <Switch defaultChecked aria-label="Automove" />
        </FieldRow>
        <FieldRow label="Time limit">
          <TextInput aria-label="Time limit" disabled defaultValue="21 days" />
        </FieldRow>
        <div className={styles.row}>
          <Button type="submit" variant="filled">
            Save
          </Button>
          <Button variant="subtle">Cancel</Button>
        </div>
      </form>
    </Section>
  )
}

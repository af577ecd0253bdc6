import { ActionIcon, Button, MultiSelect, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { PRIORITIES } from '#conditions/model.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { ClientStatusPick } from '#web/pick/client-status-pick.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { MOST } from '../model.ts'
import styles from './job-template-editor.module.css'
import type { JobTemplateForm } from './job-template-form.ts'
import { MentionField } from './mention-field.tsx'
import { RolesField } from './roles-field.tsx'
import { useMentionable } from './use-mentionable.ts'

type Part = Pick<JobTemplateForm, 'form'>

/** Who does the jobs, how urgent they are and how much time they may take (JOB-6, JOB-7, JOB-9). */
export function People({ form }: Part) {
  const t = useText()
  const mayBudget = useRight('manage_time_budget')
  const members = useMentionable().filter(({ id, works }) => works || form.values.assigneeIds.includes(id))
  return (
    <>
      <MultiSelect
        label={t('job.assignees')}
        searchable
        data={members.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('assigneeIds')}
      />
      <RolesField {...form.getInputProps('roleIds')} />
      <div className={styles.pair}>
        <Select
          label={t('job.priority')}
          allowDeselect={false}
          data={PRIORITIES.map((value) => ({ value, label: t(`job.priority_${value}`) }))}
          {...form.getInputProps('priority')}
        />
        <NumberInput
          label={t('job.budget')}
          description={t('job.budget_help')}
          min={0}
          max={MOST.minutes / 60}
          decimalScale={2}
          disabled={!mayBudget}
          {...form.getInputProps('hours')}
        />
      </div>
    </>
  )
}

/** Comments that every new job begins with. */
export function CommentsField({ form }: Part) {
  const t = useText()
  const { comments } = form.values
  return (
    <div className={styles.comments}>
      {comments.map((text, index) => (
        <div key={index} className={styles.comment}>
          <MentionField
            ariaLabel={t('template.comment', { number: index + 1 })}
            value={text}
            minRows={2}
            onChange={(typed) => form.setFieldValue(`comments.${index}`, typed)}
            error={form.errors[`comments.${index}`]}
          />
          <ActionIcon
            aria-label={t('ui.remove', { name: t('template.comment', { number: index + 1 }) })}
            onClick={() => form.removeListItem('comments', index)}
          >
            <IconTrash {...ICON} />
          </ActionIcon>
        </div>
      ))}
      {comments.length < MOST.comments && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus {...SMALL_ICON} />}
          onClick={() => form.insertListItem('comments', '')}
        >
          {t('template.add_comment')}
        </Button>
      )}
    </div>
  )
}

/** What the client is told of the jobs (JOB-10). */
export function ClientBlock({ form }: Part) {
  const t = useText()
  const { client } = form.values
  return (
    <>
      <Switch
        label={t('job.client_shown')}
        checked={client.visible}
        onChange={(event) => form.setFieldValue('client.visible', event.currentTarget.checked)}
      />
      {client.visible && (
        <>
          <ClientStatusPick
            clearable
            placeholder={t('template.no_status')}
            value={client.statusId}
            error={form.errors['client.statusId']}
            onChange={(statusId, description) =>
              form.setFieldValue('client', {
                ...client,
                statusId,
                description: client.description === '' ? description : client.description,
              })
            }
          />
          <TextInput label={t('job.client_name')} maxLength={MOST.name} {...form.getInputProps('client.name')} />
          <Textarea
            label={t('job.client_text')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={MOST.text}
            {...form.getInputProps('client.description')}
          />
        </>
      )}
    </>
  )
}

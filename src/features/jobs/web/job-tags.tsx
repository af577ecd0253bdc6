import { ActionIcon, MultiSelect } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTag } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { tagsContract } from '#features/tags/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { queryKeyOf, useEndpoint } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Form, SendOrCancel } from '#web/design/form.tsx'
import { SMALL_ICON } from '#web/design/icon.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Tags } from '#web/design/tag.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Job } from '../schemas.ts'
import styles from './job-facts.module.css'

const MOST_SHOWN = 6

/** The tags of the job's client, changed from here by whoever may (VIEW-1, TAGS-2). */
export function JobTags({ job }: { job: Job }) {
  const t = useText()
  const mayTag = useRight('manage_tags')
  const [isChanging, setChanging] = useState(false)
  const names = job.tags.map(({ name }) => name)
  return (
    <span className={styles.tags}>
      {names.length > 0 ? <Tags names={names} most={MOST_SHOWN} /> : '–'}
      {mayTag && (
        <ActionIcon size="sm" aria-label={t('job.change_tags')} onClick={() => setChanging(true)}>
          <IconTag {...SMALL_ICON} />
        </ActionIcon>
      )}
      {isChanging && <ChangeTags job={job} onClose={() => setChanging(false)} />}
    </span>
  )
}

/** Sends what was put on and taken off, so that what others change meanwhile stays. */
function ChangeTags({ job, onClose }: { job: Job; onClose: () => void }) {
  const t = useText()
  const { data } = useEndpoint(tagsContract.listTags, {})
  const [before] = useState(() => job.tags.map(({ id }) => id as string))
  const form = useForm({ initialValues: { tagIds: before } })
  const queries = useQueryClient()
  const offered = data?.items ?? job.tags
  // the drawer shows them at once, so that whoever opens this again begins with what he has just chosen
  const show = () => {
    const tags = offered.filter(({ id }) => form.getValues().tagIds.includes(id))
    const key = queryKeyOf(jobsContract.getJob, { params: { id: job.id } })
    queries.setQueryData<Job>(key, (shown) => shown && { ...shown, tags })
    onClose()
  }
  const act = useFormAct(accountsContract.changeAccountTags, form, {
    input: ({ tagIds }) => ({
      body: {
        accountIds: [job.accountId],
        add: tagIds.filter((id) => !before.includes(id)),
        remove: before.filter((id) => !tagIds.includes(id)),
      },
    }),
    touches: ['accounts', 'jobs', 'pipelines', 'tags'],
    onDone: show,
  })
  return (
    <Dialog opened title={t('job.tags_of', { client: job.accountName })} onClose={onClose}>
      <Form onSubmit={act.submit}>
        <MultiSelect
          label={t('job.tags')}
          description={t('job.tags_help')}
          searchable
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('tagIds')}
        />
        <ProblemNote problem={act.problem} />
        <SendOrCancel isRunning={act.isRunning} disabled={!form.isDirty()} onCancel={onClose}>
          {t('ui.save')}
        </SendOrCancel>
      </Form>
    </Dialog>
  )
}

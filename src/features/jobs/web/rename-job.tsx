import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useRef } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { jobFieldsContract } from '../contract-fields.ts'
import type { Job } from '../schemas.ts'
import styles from './rename-job.module.css'

/** The job's name, to be typed anew right under the old one. Escape leaves it as it was. */
export function RenameJob({ job, onDone }: { job: Job; onDone: () => void }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // after the menu that asked for it has given the focus back
    const timer = setTimeout(() => input.current?.select())
    return () => clearTimeout(timer)
  }, [])
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: job.name } })
  const { submit, isRunning, problem } = useFormAct(jobFieldsContract.changeJob, form, {
    input: (body) => ({ params: { id: job.id }, body, ifMatch: job.revision }),
    onDone,
  })
  return (
    <form onSubmit={submit} className={styles.form}>
      <TextInput
        {...form.getInputProps('name')}
        key={form.key('name')}
        className={styles.name}
        aria-label={t('job.name')}
        maxLength={255}
        ref={input}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDone()
        }}
      />
      <Button type="submit" variant="filled" loading={isRunning}>
        {t('ui.save')}
      </Button>
      <Button variant="subtle" onClick={onDone}>
        {t('ui.cancel')}
      </Button>
      <ProblemNote problem={problem} />
    </form>
  )
}

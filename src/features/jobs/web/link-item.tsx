import { SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { useFieldText } from '#web/api/form.ts'
import { useAct } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Form, SendOrCancel } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { jobLinksContract, type PlaceToLink } from '../contract-links.ts'
import type { Job } from '../schemas.ts'
import { type Linkable, useLinkable, useLinkableItems } from './use-linkable-items.ts'
import { useLookUp } from './use-look-up.ts'

/** Links an existing task, organizer or other job of the client to the job (J-32), or to the status that it is in (J-42). */
export function LinkItem({ job, to, onClose }: { job: Job; to: PlaceToLink; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const fieldText = useFieldText()
  const kinds = useLinkable().filter((each) => to === 'stage' || each !== 'job')
  const [kind, setKind] = useState<Linkable>(kinds[0] ?? 'job')
  const lookUp = useLookUp()
  const itemId = lookUp.id
  const items = useLinkableItems(job, kind, lookUp.search)
  const isNone = items?.length === 0 && lookUp.search === undefined
  const { run, isRunning, problem } = useAct(jobLinksContract.linkItem, {
    touches: ['tasks', 'organizers'],
    onDone: () => {
      toast(t('link.linked'))
      onClose()
    },
  })
  const field = problem?.fields[0]
  const help = kind === 'job' ? 'link.help_job' : to === 'status' ? 'link.help_status' : 'link.help'
  return (
    <Dialog opened title={t('link.title')} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event?.preventDefault()
          if (itemId) void run({ params: { id: job.id }, body: { kind, itemId, to } })
        }}
      >
        {kinds.length > 1 && (
          <SegmentedControl
            aria-label={t('link.kind')}
            data={kinds.map((value) => ({ value, label: t(`link.${value}`) }))}
            value={kind}
            onChange={(value) => {
              setKind(kinds.find((each) => each === value) ?? kind)
              lookUp.forget()
            }}
          />
        )}
        <Select
          label={t(`link.${kind}`)}
          description={isNone ? t('link.none') : t(help)}
          {...lookUp.props(items)}
          error={field && fieldText(field)}
        />
        {problem && !field && <ProblemNote problem={problem} />}
        <SendOrCancel isRunning={isRunning} disabled={itemId === null} onCancel={onClose}>
          {t('link.confirm')}
        </SendOrCancel>
      </Form>
    </Dialog>
  )
}

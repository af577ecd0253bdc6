import { Button, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import { organizersContract } from '#features/organizers/contract.ts'
import { tasksContract } from '#features/tasks/contract.ts'
import { useFieldText } from '#web/api/form.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Buttons, Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { jobLinksContract } from '../contract-links.ts'
import type { Job } from '../schemas.ts'

const KINDS = ['task', 'organizer'] as const
type Kind = (typeof KINDS)[number]

/** What a member may link by hand (J-34). */
export function useLinkable(): Kind[] {
  const may = { task: useRight('view_all_accounts'), organizer: useRight('manage_organizers') }
  return KINDS.filter((kind) => may[kind])
}

/** Links an existing task or organizer of the client to the job (J-32). */
export function LinkItem({ job, onClose }: { job: Job; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const fieldText = useFieldText()
  const kinds = useLinkable()
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'task')
  const [itemId, setItemId] = useState<string | null>(null)
  const items = useItems(job, kind)
  const { run, isRunning, problem } = useAct(jobLinksContract.linkItem, {
    touches: ['tasks', 'organizers'],
    onDone: () => {
      toast(t('link.linked'))
      onClose()
    },
  })
  const field = problem?.fields[0]
  return (
    <Dialog opened title={t('link.title')} onClose={onClose}>
      <Form
        onSubmit={(event) => {
          event?.preventDefault()
          if (itemId) void run({ params: { id: job.id }, body: { kind, itemId } })
        }}
      >
        {kinds.length > 1 && (
          <SegmentedControl
            aria-label={t('link.kind')}
            data={kinds.map((value) => ({ value, label: t(`link.${value}`) }))}
            value={kind}
            onChange={(value) => {
              setKind(KINDS.find((each) => each === value) ?? kind)
              setItemId(null)
            }}
          />
        )}
        <Select
          label={t(`link.${kind}`)}
          description={items?.length === 0 ? t('link.none') : t('link.help')}
          data={items ?? []}
          searchable
          value={itemId}
          onChange={setItemId}
          error={field && fieldText(field)}
        />
        {problem && !field && <ProblemNote problem={problem} />}
        <Buttons>
          <Button type="submit" variant="filled" loading={isRunning} disabled={itemId === null}>
            {t('link.confirm')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  )
}

/** The client's items of a kind that are not linked to the job yet; a task only while it has no job (J-30). */
function useItems({ accountId, items }: Job, kind: Kind) {
  const tasks = useEndpoint(
    tasksContract.listTasks,
    { query: { accountId, state: 'any', limit: 100 } },
    { enabled: kind === 'task' },
  )
  const organizers = useEndpoint(
    organizersContract.listOrganizers,
    { query: { accountId, limit: 100 } },
    { enabled: kind === 'organizer' },
  )
  const linked = new Set(items.map((item) => item.id))
  const found = kind === 'task' ? tasks.data?.items.filter((task) => task.jobId === null) : organizers.data?.items
  return found?.filter(({ id }) => !linked.has(id)).map(({ id, name }) => ({ value: id as string, label: name }))
}

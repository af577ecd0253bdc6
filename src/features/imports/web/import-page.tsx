import { Button } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { type Import, importsContract } from '../contract.ts'
import { ImportProgress } from './import-progress.tsx'
import { ImportReport } from './import-report.tsx'
import { ImportSetup } from './import-setup.tsx'

const EVERY_MS = 700

/** One import, from its columns to its report; what is shown follows from its state, so it survives leaving the page. */
export function ImportPage() {
  const t = useText()
  const { importId = '' } = useParams({ strict: false })
  const asked = useEndpoint(
    importsContract.getImport,
    { params: { id: importId } },
    { everyMs: (found) => (found && isUnderWay(found) ? EVERY_MS : false) },
  )
  const found = asked.data
  return (
    <Page
      title={found?.fileName ?? t('imports.title')}
      actions={found?.state === 'uploaded' && <Discard found={found} />}
    >
      <ProblemNote problem={asked.error} onRetry={() => void asked.refetch()} />
      {!found && !asked.error && <SkeletonLines lines={8} />}
      {found?.state === 'uploaded' && <ImportSetup key={found.id} found={found} />}
      {found && isUnderWay(found) && <ImportProgress found={found} />}
      {found && isOver(found) && <ImportReport found={found} />}
    </Page>
  )
}

function isUnderWay({ state }: Import): boolean {
  return state === 'queued' || state === 'running'
}

function isOver({ state }: Import): boolean {
  return state === 'finished' || state === 'failed'
}

function Discard({ found: { id, fileName } }: { found: Import }) {
  const t = useText()
  const say = useToast()
  const navigate = useNavigate()
  const act = useAct(importsContract.discardImport, {
    onDone: () => {
      say(t('imports.discarded', { name: fileName }))
      void navigate({ to: '/clients/import' })
    },
  })
  return (
    <Button variant="subtle" color="late" loading={act.isRunning} onClick={() => void act.run({ params: { id } })}>
      {t('imports.discard')}
    </Button>
  )
}

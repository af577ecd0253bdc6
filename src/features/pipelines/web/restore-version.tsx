import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useAct } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import { useOpenPipeline } from './open-pipeline.tsx'

/** Puts a version into the draft, with *Undo*, and shows the stages; nothing happens to jobs until it is published. */
export function RestoreVersion({ version }: { version: number }) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const { kept, keeper } = useOpenPipeline()
  const act = useAct(pipelinesContract.restoreVersion)
  const { id } = kept.view
  const restore = async () => {
    const { draft: before } = keeper.kept()
    const ifMatch = await keeper.flush()
    if (ifMatch === null) return
    const restored = await act.run({ params: { id, version: String(version) }, ifMatch })
    if (!restored) return
    keeper.adopt(restored)
    toast(t('pipelines.version_restored', { version }), { undo: () => keeper.edit(() => before) })
    void navigate({ to: `/templates/pipelines/${id}` })
  }
  return (
    <>
      <Button loading={act.isRunning} onClick={() => void restore()}>
        {t('pipelines.restore_version', { version })}
      </Button>
      <ProblemNote problem={act.problem} />
    </>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useAct } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { useToast } from '#web/design/toast.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import { useOpenPipeline } from './open-pipeline.tsx'

export type PipelineActs = {
  /** archives, or takes back from the archive or from deletion */
  setState: (state: 'active' | 'archived') => void
  remove: () => void
  duplicate: () => void
}

/**
 * What is done with the open pipeline as a whole; what takes it out of use is undone from where it says so. `onInUse`
 * hears how many jobs keep it from being deleted.
 */
export function usePipelineActs(onInUse: (jobs: number) => void): PipelineActs {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const { kept, keeper } = useOpenPipeline()
  const options = { touches: ['jobs'], onProblem: useProblem(onInUse) }
  const change = useAct(pipelinesContract.setPipelineState, options)
  const remove = useAct(pipelinesContract.deletePipeline, options)
  const duplicate = useAct(pipelinesContract.duplicatePipeline, options)
  const { view } = kept
  const params = { id: view.id }
  const write = async (state: 'active' | 'archived', ifMatch: number) => {
    const changed = await change.run({ params, body: { state }, ifMatch })
    if (!changed) return
    keeper.adopt(changed)
    const back = state === 'active' ? 'archived' : 'active'
    const undo = { undo: () => void write(back, changed.revision) }
    const said = t(state === 'archived' ? 'pipelines.now_archived' : 'pipelines.now_restored', { name: changed.name })
    toast(said, view.state === 'deleted' ? {} : undo)
  }
  /** saves what is unsaved first, so that nothing is left behind */
  const saved = (act: (revision: number) => void) => () =>
    void keeper.flush().then((revision) => revision !== null && act(revision))
  return {
    setState: (state) => saved((revision) => void write(state, revision))(),
    remove: saved(async (ifMatch) => {
      const deleted = await remove.run({ params, ifMatch })
      if (!deleted) return
      const { name, revision } = deleted
      toast(t('pipelines.now_deleted', { name }), {
        undo: () => void write(view.state === 'archived' ? 'archived' : 'active', revision),
      })
      void navigate({ to: '/templates' })
    }),
    duplicate: saved(async () => {
      const copy = await duplicate.run({ params })
      if (!copy) return
      toast(t('pipelines.duplicated', { name: copy.name }))
      void navigate({ to: `/templates/pipelines/${copy.id}` })
    }),
  }
}

function useProblem(onInUse: (jobs: number) => void): (problem: ApiProblem) => void {
  const textOr = useTextOr()
  const toast = useToast()
  return ({ code, detail }) => {
    if (code === 'in_use') onInUse(detail['active'] as number)
    else toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true })
  }
}

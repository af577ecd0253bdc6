import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { call } from '#web/api/call.ts'
import { askAgain } from '#web/api/hooks.ts'
import { pipelinesContract } from '../contract.ts'
import type { PipelineView } from '../schemas.ts'
import { DraftKeeper, type Kept } from './draft-keeper.ts'

/**
 * The draft of a pipeline while its editor is open. What others save is taken over as soon as nothing of one's own is
 * unsaved; what is unsaved when the page is left is saved on the way out.
 */
export function usePipelineDraft(view: PipelineView): { keeper: DraftKeeper; kept: Kept } {
  const queries = useQueryClient()
  const [keeper] = useState(
    () =>
      new DraftKeeper(view, async (draft, revision) => {
        const saved = await call(pipelinesContract.saveDraft, {
          params: { id: view.id },
          body: draft,
          ifMatch: revision,
        })
        void askAgain(queries, (topic) => topic === 'pipelines')
        return saved
      }),
  )
  const kept = useSyncExternalStore(keeper.subscribe, keeper.kept)
  useEffect(() => keeper.adopt(view), [keeper, view])
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (keeper.kept().state === 'saved') return
      void keeper.flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', leave)
    return () => {
      window.removeEventListener('beforeunload', leave)
      void keeper.flush()
    }
  }, [keeper])
  return { keeper, kept }
}

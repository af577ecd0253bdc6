import { useRef, useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { pipelinesContract } from '../contract.ts'
import type { PipelineSettings } from '../model-settings.ts'
import type { PipelineView } from '../schemas.ts'
import { useOpenPipeline } from './open-pipeline.tsx'

export type SettingsState = {
  /** as they were set here last, saved or just being saved */
  settings: PipelineSettings
  /** saves a part at once, one save after the other; true when it is done */
  set: (part: Partial<PipelineSettings>) => Promise<boolean>
  problem: ApiProblem | null
  /** does something else after all that was set before is saved, with the revision that it has then */
  inTurn: (save: (ifMatch: number) => Promise<boolean>) => Promise<boolean>
  /** ends when all that was set is saved, or could not be */
  settled: () => Promise<unknown>
}

/** The settings of the open pipeline, once for all who change them. Each hold as soon as they are set; what was refused goes back to what it was. */
export function useSettings(): SettingsState {
  const { kept, keeper } = useOpenPipeline()
  const [wanted, setWanted] = useState<PipelineSettings | null>(null)
  const queue = useRef(Promise.resolve(true))
  const act = useAct(pipelinesContract.changeSettings, {
    touches: ['jobs'],
    onProblem: ({ code, detail }) => code === 'stale' && keeper.adopt(detail['current'] as PipelineView),
  })
  const send = (part: Partial<PipelineSettings>, ifMatch: number) => {
    const { id, settings } = keeper.kept().view
    return act.run({ params: { id }, body: { ...settings, ...part }, ifMatch })
  }
  const save = async (part: Partial<PipelineSettings>, ifMatch: number) => {
    const saved = (await send(part, ifMatch)) ?? (await again(part, ifMatch))
    if (saved) keeper.adopt(saved)
    return saved !== null
  }
  /** what somebody else changed meanwhile stays: only this part is set */
  const again = async (part: Partial<PipelineSettings>, refused: number) => {
    const { revision } = keeper.kept().view
    return revision > refused ? send(part, revision) : null
  }
  const set = (part: Partial<PipelineSettings>) => {
    setWanted((before) => ({ ...(before ?? kept.view.settings), ...part }))
    const mine = inTurn((ifMatch) => save(part, ifMatch))
    void mine.finally(() => queue.current === mine && setWanted(null))
    return mine
  }
  const inTurn = (save: (ifMatch: number) => Promise<boolean>) => {
    const mine = queue.current.then(async () => {
      const ifMatch = await keeper.flush()
      return ifMatch !== null && save(ifMatch)
    })
    queue.current = mine
    return mine
  }
  const settled = () => queue.current.then(keeper.flush)
  return { settings: wanted ?? kept.view.settings, set, problem: act.problem, inTurn, settled }
}

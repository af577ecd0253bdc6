import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { askAgain, useAct } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { announce } from '#web/design/live-region.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Card, Job } from '../schemas.ts'
import type { BoardStage, ShownMove } from './board-moves.ts'

/** How long a confirmed move is kept, until every page of cards was asked again. */
const KEPT_MS = 3000

/** Moves that are shown at once and taken back where the server refuses them, saying why. */
export function useMoves(stages: readonly BoardStage[] | undefined) {
  const [moves, setMoves] = useState<readonly ShownMove[]>([])
  const sayRefusal = useRefusedMove(stages)
  const queries = useQueryClient()
  const { run } = useAct(jobsContract.moveJob, {
    onProblem: (problem) => {
      sayRefusal(problem)
      void askAgain(queries, (topic) => topic === 'jobs')
    },
  })
  const saidMoved = useMovedText()
  const show = useCallback(
    (move: ShownMove) => setMoves((all) => [...all.filter(({ card }) => card.id !== move.card.id), move]),
    [],
  )
  /** shows where the server has put a job, until every page of cards says the same */
  const moved = (job: Card, fromStageId: string) => {
    const answered = { card: job, fromStageId, toStageId: job.stageId, answeredAt: Date.now() }
    show(answered)
    setTimeout(() => setMoves((all) => all.filter((move) => move !== answered)), KEPT_MS)
  }
  const move = async (card: Card, stage: BoardStage) => {
    show({ card, fromStageId: card.stageId, toStageId: stage.id, answeredAt: null })
    const job = await run({ params: { id: card.id }, body: { stageId: stage.id }, ifMatch: card.revision })
    if (!job) return setMoves((all) => all.filter((shown) => shown.card.id !== card.id))
    announce(saidMoved(job, stage.id))
    moved(job, card.stageId)
  }
  return { moves, move, moved }
}

/** What came of a move: where the job is now, and whether all went well. */
export function useMovedText(): (job: Job, wantedStageId: string) => string {
  const t = useText()
  return (job, wantedStageId) => {
    const name = job.accountName
    const count = job.outcomes.filter((outcome) => outcome.result === 'failed').length
    const stage = job.stages.find(({ id }) => id === wantedStageId)?.name ?? job.stageName
    if (job.stageId !== wantedStageId) return t('board.moved_on', { name, stage, last: job.stageName })
    return count > 0 ? t('board.moved_failed', { name, stage, count }) : t('board.moved', { name, stage })
  }
}

/** Says why a card went back: somebody was faster, and where the job is now. */
function useRefusedMove(stages: readonly BoardStage[] | undefined) {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  return ({ code, detail }: ApiProblem) => {
    const current = detail.current as Job | undefined
    const stage = stages?.find(({ id }) => id === current?.stageId)?.name ?? current?.stageName ?? ''
    const said =
      code === 'stale' && current
        ? t('board.stale', { name: current.accountName, stage })
        : textOr(`refusal.${code}`, 'refusal.bug')
    toast(said, { failed: true })
  }
}

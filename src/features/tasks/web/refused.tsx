import { useState } from 'react'
import type { ApiProblem } from '#web/api/problem.ts'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { type TextKey, useText } from '#web/text.tsx'
import styles from './refused.module.css'

export type RefusedProps<Thing> = {
  /** what somebody changed */
  said: Extract<TextKey, 'tasks.stale' | 'tasks.names_stale'>
  problem: ApiProblem | null
  onTheirs: (thing: Thing) => void
  onMine: (thing: Thing) => void
}

/** Somebody else saved first: nothing typed is lost, and one chooses. */
export function Refused<Thing>({ said, problem, onTheirs, onMine }: RefusedProps<Thing>) {
  const t = useText()
  const theirs = problem?.code === 'stale' ? (problem.detail.current as Thing) : null
  const [settled, setSettled] = useState<Thing | null>(null)
  if (!theirs) return <ProblemNote problem={problem} />
  if (settled === theirs) return null
  const choose = (act: (thing: Thing) => void) => {
    setSettled(theirs)
    act(theirs)
  }
  return (
    <div role="alert" className={styles.refused} ref={(note) => note?.scrollIntoView({ block: 'nearest' })}>
      <Note
        tone="wait"
        title={t(said)}
        actions={
          <>
            <LinkButton onClick={() => choose(onTheirs)}>{t('tasks.take_theirs')}</LinkButton>
            <LinkButton onClick={() => choose(onMine)}>{t('tasks.keep_mine')}</LinkButton>
          </>
        }
      />
    </div>
  )
}

import { VisuallyHidden } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { call } from '#web/api/call.ts'
import { type ApiProblem, asProblem } from '#web/api/problem.ts'
import { LiveRegion } from '#web/design/live-region.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useFace } from '#web/shell/face.ts'
import { LanguageRow } from '#web/shell/preferences.tsx'
import { useText } from '#web/text.tsx'
import { organizersContract } from '../../contract.ts'
import type { PortalOrganizerView } from '../../schemas.ts'
import type { Ended } from './answer-keeper.ts'
import type { FillingWays, Place } from './filling.tsx'
import { FillingPages, firstPlace, isPlace } from './filling-pages.tsx'
import styles from './organizer-filling.module.css'
import { useClientFilling } from './use-client-filling.ts'

export type OrganizerFillingProps = {
  organizerId: string
  /** what the address names; without it one goes on where one left off */
  place: Place | undefined
  pathOf(place: Place): string
  go(place: Place): void
  /** the portal's start page; null for who came by a to-do link, who sees nothing else */
  home: string | null
  /** shown after sending: what else waits */
  next?: ReactNode
  /** the session or the link has ended, or the organizer is not for the reader; unsaved answers are kept on the device */
  onOut(reason: Extract<Ended, 'not_signed_in' | 'not_found'>): void
}

/** A page of the portal: an organizer to fill in, alone on the screen (ORG-39). */
export function OrganizerFilling({ organizerId, onOut, ...rest }: OrganizerFillingProps) {
  const { view, problem, retry } = useFirstView(organizerId, onOut)
  useFace('portal', view?.firm.color)
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        {view ? (
          <Loaded key={view.id} view={view} onOut={onOut} {...rest} />
        ) : (
          <Waiting problem={problem} retry={retry} />
        )}
      </main>
      <footer className={styles.footer}>
        <LanguageRow />
      </footer>
      <LiveRegion />
    </div>
  )
}

type LoadedProps = Omit<OrganizerFillingProps, 'organizerId'> & { view: PortalOrganizerView }

function Loaded({ view, place, pathOf, go, home, next, onOut }: LoadedProps) {
  const target = useRef<string | null>(null)
  const [typed] = useState(() => new Map<string, unknown>())
  const ways = { place: place ?? '', pathOf, go, home, target, typed } satisfies FillingWays
  const filling = useClientFilling(view, ways)
  // where one began stays, while what is open there is answered
  const [start] = useState(() => firstPlace(filling))
  const shown =
    place !== undefined && isPlace(place, filling) ? place : isPlace(start, filling) ? start : firstPlace(filling)
  const { ended } = filling
  useEffect(() => {
    if (ended === 'not_signed_in') onOut(ended)
  }, [ended, onOut])
  return <FillingPages filling={{ ...filling, ways: { ...ways, place: shown } }} next={next} />
}

function Waiting({ problem, retry }: { problem: ApiProblem | null; retry: () => void }) {
  const t = useText()
  return (
    <div className={styles.waiting}>
      <VisuallyHidden component="h1">{t('fill.questions')}</VisuallyHidden>
      {problem ? <ProblemNote problem={problem} onRetry={retry} /> : <SkeletonLines lines={8} />}
    </div>
  )
}

/** The organizer as it stands, asked for once; after that what is typed here is newer. Says that it was looked at. */
function useFirstView(organizerId: string, onOut: OrganizerFillingProps['onOut']) {
  const [state, setState] = useState<{ view: PortalOrganizerView | null; problem: ApiProblem | null }>(NOTHING)
  const out = useRef(onOut)
  useEffect(() => {
    out.current = onOut
  })
  const load = useCallback(
    async (signal?: AbortSignal) => {
      const params = { id: organizerId as PortalOrganizerView['id'] }
      setState(NOTHING)
      try {
        setState({
          view: await call(organizersContract.getPortalOrganizer, { params }, signal ? { signal } : {}),
          problem: null,
        })
        // that it was seen is worth no message: the next visit says it again
        call(organizersContract.openOrganizer, { params }).catch(() => {})
      } catch (error) {
        if (signal?.aborted) return
        const problem = asProblem(error)
        if (problem.code === 'not_signed_in' || problem.code === 'not_found') out.current(problem.code)
        else setState({ view: null, problem })
      }
    },
    [organizerId],
  )
  useEffect(() => {
    const stop = new AbortController()
    void load(stop.signal)
    return () => stop.abort()
  }, [load])
  return { ...state, retry: () => void load() }
}

const NOTHING = { view: null, problem: null }

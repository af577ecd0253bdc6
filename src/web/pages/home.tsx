import { SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { jobsContract } from '#features/jobs/contract.ts'
import type { Distribution } from '#features/jobs/schemas.ts'
import { sumOf } from '#features/jobs/web/turn-bar.tsx'
import { useEndpoint } from '../api/hooks.ts'
import { Page } from '../design/page.tsx'
import { ProblemNote } from '../design/problem-note.tsx'
import { SkeletonLines } from '../design/skeleton.tsx'
import { StatStrip } from '../design/stat-strip.tsx'
import { useMember } from '../session.tsx'
import { useFormat, useText } from '../text.tsx'
import styles from './home.module.css'
import { Deadlines, TeamLoad } from './home-deadlines.tsx'
import { MyTasks, RecentActivity, StuckJobs } from './home-lists.tsx'
import { HomeStages } from './home-stages.tsx'
import { FirstSteps } from './home-start.tsx'

/** Where the work is and whom it waits for; in an empty firm, the three steps that begin it. */
export function HomePage() {
  const { date, today } = useFormat()
  const { member } = useMember()
  const { mine = false } = useSearch({ from: '/staff/' })
  const memberId = mine ? member.id : undefined
  const { data, error, refetch } = useEndpoint(
    jobsContract.getDistribution,
    { query: { memberId } },
    { keepPrevious: true, hears: ['jobs', 'pipelines', 'accounts'] },
  )
  const begins = member.role !== 'employee' && !mine && data !== undefined && totalOf(data) === 0
  return (
    <Page title={date(today(), 'weekday')} actions={!begins && <Whose mine={mine} />}>
      <ProblemNote problem={error} onRetry={() => void refetch()} />
      {!data && !error && <SkeletonLines lines={8} />}
      {begins && <FirstSteps />}
      {data && !begins && (
        <>
          <TurnStrip distribution={data} />
          <Deadlines memberId={memberId} />
          <HomeStages distribution={data} />
          <div className={styles.lists}>
            <MyTasks />
            <StuckJobs memberId={memberId} />
            {member.role !== 'employee' && <TeamLoad />}
            <RecentActivity />
          </div>
        </>
      )}
    </Page>
  )
}

function Whose({ mine }: { mine: boolean }) {
  const t = useText()
  const navigate = useNavigate()
  return (
    <SegmentedControl
      size="xs"
      value={mine ? 'mine' : 'firm'}
      onChange={(value) => void navigate({ to: '/', search: value === 'mine' ? { mine: true } : {}, replace: true })}
      data={[
        { value: 'mine', label: t('home.mine') },
        { value: 'firm', label: t('home.firm') },
      ]}
    />
  )
}

/** All jobs by whose turn they are, as one sentence. */
function TurnStrip({ distribution }: { distribution: Distribution }) {
  const t = useText()
  const { number } = useFormat()
  const stages = distribution.pipelines.flatMap((pipeline) => pipeline.stages)
  const count = (turn: 'client' | 'team' | 'ready' | 'stuck') => stages.reduce((sum, { turns }) => sum + turns[turn], 0)
  return (
    <StatStrip
      stats={[
        { value: number(count('client')), label: t('home.client', { count: count('client') }), state: 'client' },
        { value: number(count('team')), label: t('home.team', { count: count('team') }), state: 'us' },
        { value: number(count('ready')), label: t('home.ready', { count: count('ready') }), state: 'ready' },
        { value: number(count('stuck')), label: t('home.stuck', { count: count('stuck') }), state: 'stuck' },
      ]}
    />
  )
}

function totalOf({ pipelines }: Distribution): number {
  return pipelines.flatMap((pipeline) => pipeline.stages).reduce((sum, { turns }) => sum + sumOf(turns), 0)
}

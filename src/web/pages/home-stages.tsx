import { Select } from '@mantine/core'
import { useState } from 'react'
import type { Distribution } from '#features/jobs/schemas.ts'
import { sumOf, TurnBar } from '#features/jobs/web/turn-bar.tsx'
import { AppLink } from '../design/link.tsx'
import { Section } from '../design/section.tsx'
import { useFormat, useText } from '../text.tsx'
import styles from './home-stages.module.css'

type Pipeline = Distribution['pipelines'][number]
type Stage = Pipeline['stages'][number]

/** So many days are drawn apart; what is older stands at the end. */
const LAST_DAY = 35
const MARKS = [0, 7, 14, 21, 28, 35]

/** Stage by stage of one pipeline: how many jobs, whose turn, and how long they have been there. */
export function HomeStages({ distribution: { pipelines } }: { distribution: Distribution }) {
  const t = useText()
  const busiest = [...pipelines].sort((a, b) => jobsIn(b) - jobsIn(a))[0]
  const [chosenId, setChosenId] = useState<string | null>(null)
  const pipeline = pipelines.find(({ id }) => id === chosenId) ?? busiest
  if (!pipeline) return null
  return (
    <Section
      title={t('home.where')}
      aside={
        <Select
          size="xs"
          aria-label={t('board.switch')}
          value={pipeline.id}
          onChange={setChosenId}
          data={pipelines.map(({ id, name }) => ({ value: id, label: name }))}
        />
      }
    >
      <StageTable pipeline={pipeline} />
    </Section>
  )
}

function StageTable({ pipeline }: { pipeline: Pipeline }) {
  const t = useText()
  const most = Math.max(1, ...pipeline.stages.map(({ turns }) => sumOf(turns)))
  const highest = Math.max(1, ...pipeline.stages.flatMap(({ ages }) => binned(ages).map(({ count }) => count)))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('home.stage')}</th>
          <th data-end>{t('home.jobs')}</th>
          <th>{t('home.turn')}</th>
          <th className={styles.wide}>
            <span className={styles.hidden}>{t('home.days')}</span>
            <span className={styles.marks} aria-hidden="true">
              {MARKS.map((day) => (
                <span key={day} style={{ insetInlineStart: `${(day / (LAST_DAY + 1)) * 100}%` }}>
                  {day === 0 ? t('item.age', { days: 0 }) : day}
                </span>
              ))}
            </span>
          </th>
          <th data-end className={styles.wide}>
            {t('home.oldest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {pipeline.stages.map((stage) => (
          <StageRow key={stage.id} stage={stage} to={`/workflow/${pipeline.id}`} most={most} highest={highest} />
        ))}
      </tbody>
    </table>
  )
}

type StageRowProps = { stage: Stage; to: string; most: number; highest: number }

function StageRow({ stage, to, most, highest }: StageRowProps) {
  const t = useText()
  const { number } = useFormat()
  const oldest = stage.ages.at(-1)?.days
  return (
    <tr>
      <th scope="row">
        <AppLink to={to} className={styles.stage} title={stage.name}>
          {stage.name}
        </AppLink>
      </th>
      <td data-end>{number(sumOf(stage.turns))}</td>
      <td>
        <TurnBar turns={stage.turns} most={most} tall />
      </td>
      <td className={styles.wide}>{oldest !== undefined && <Ages stage={stage} highest={highest} />}</td>
      <td data-end className={styles.wide}>
        {oldest === undefined ? '–' : t('item.age', { days: oldest })}
      </td>
    </tr>
  )
}

/** How many jobs have been here for how many days, a bar a day. */
function Ages({ stage: { ages, turns }, highest }: { stage: Stage; highest: number }) {
  const t = useText()
  return (
    <svg
      className={styles.ages}
      viewBox={`0 0 ${LAST_DAY + 1} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('home.ages', { count: sumOf(turns), days: ages.at(-1)?.days ?? 0 })}
    >
      {binned(ages).map(({ days, count }) => (
        <rect key={days} x={days} y={1 - count / highest} width={0.6} height={count / highest} />
      ))}
    </svg>
  )
}

function binned(ages: Stage['ages']): Stage['ages'] {
  const bins = new Map<number, number>()
  for (const { days, count } of ages) {
    const bin = Math.min(days, LAST_DAY)
    bins.set(bin, (bins.get(bin) ?? 0) + count)
  }
  return [...bins].map(([days, count]) => ({ days, count }))
}

function jobsIn({ stages }: Pipeline): number {
  return stages.reduce((sum, { turns }) => sum + sumOf(turns), 0)
}

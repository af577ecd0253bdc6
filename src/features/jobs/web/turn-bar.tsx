import { useText } from '#web/text.tsx'
import { STATE_OF_TURN, type Turn } from '../model-turn.ts'
import type { Board } from '../schemas.ts'
import styles from './turn-bar.module.css'

export type Turns = Board['stages'][number]['turns']

/** In the order in which they are always shown, each with the text and the colour of its state. */
export const TURNS = (Object.keys(STATE_OF_TURN) as Turn[]).map((turn) => ({ turn, state: STATE_OF_TURN[turn] }))

/** One job among thousands is still seen: in hundredths of the line, of which a tall one loses some to its gaps. */
const LEAST = { low: 0.8, tall: 2.5 }

/** Whose turn the jobs of a stage are, as one line of proportions; with `most` its length says how many they are. */
export function TurnBar({ turns, most, tall = false }: { turns: Turns; most?: number; tall?: boolean }) {
  const t = useText()
  const total = sumOf(turns)
  const shown = TURNS.filter(({ turn }) => turns[turn] > 0)
  const said = shown.map(({ turn, state }) => `${turns[turn]} ${t(`state.${state}`)}`).join(', ')
  const scale = 100 / Math.max(1, most ?? total)
  let x = 0
  return (
    <svg
      className={styles.bar}
      data-tall={tall || undefined}
      viewBox="0 0 100 3"
      preserveAspectRatio="none"
      role="img"
      aria-label={said === '' ? t('board.jobs', { count: 0 }) : said}
    >
      {shown.map(({ turn, state }) => {
        const from = x
        const width = Math.max(tall ? LEAST.tall : LEAST.low, turns[turn] * scale)
        x += width
        return <rect key={turn} data-state={state} x={from} width={width} height="3" />
      })}
    </svg>
  )
}

export function sumOf({ client, team, ready, stuck }: Turns): number {
  return client + team + ready + stuck
}

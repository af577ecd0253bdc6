import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../text.tsx'
import styles from './filter-chip.module.css'
import { SMALL_ICON } from './icon.ts'
import { type DotState, StateDot } from './state-dot.tsx'

export type FilterChipProps = {
  /** plain words, or with <b> around what was chosen */
  children: ReactNode
  count?: number | string
  state?: DotState
  icon?: ReactNode
  on?: boolean
  onPress: () => void
}

/** A filter that is pressed on and off; its count says what it would leave. Its state belongs in the URL. */
export function FilterChip({ children, count, state, icon, on = false, onPress }: FilterChipProps) {
  return (
    <button type="button" className={styles.chip} aria-pressed={on} onClick={onPress}>
      {state && <StateDot state={state} />}
      {icon}
      <span>{children}</span>
      {count !== undefined && <b>{count}</b>}
    </button>
  )
}

/** A filter that was put together and can only be removed: "Status is Active". `name` is what is read for the cross. */
export function SetFilter({ children, name, onRemove }: { children: ReactNode; name: string; onRemove: () => void }) {
  const t = useText()
  return (
    <span className={styles.chip} data-on>
      <span>{children}</span>
      <button type="button" className={styles.remove} aria-label={t('filter.remove', { name })} onClick={onRemove}>
        <IconX {...SMALL_ICON} />
      </button>
    </span>
  )
}

/** The hairline between groups of chips. */
export function ChipRule() {
  return <span className={styles.rule} />
}

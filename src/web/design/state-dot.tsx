import type { ReactNode } from 'react'
import styles from './state-dot.module.css'

/**
 * Whose turn it is: `client` amber, `us` grey, `ready` green, `stuck` red and square, so that it is told apart without
 * colour. `off` is a ring (nobody can sign in), `face` plum (what the client sees), `auto` blue (the machine).
 */
export type DotState = 'client' | 'us' | 'ready' | 'stuck' | 'off' | 'face' | 'auto'

/** The dot that goes before a state's words; with `label` it speaks for itself. */
export function StateDot({ state, label }: { state: DotState; label?: string }) {
  const said = label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true }
  return <span className={styles.dot} data-state={state} {...said} />
}

/** A dot and its words: "Waiting for your answers". */
export function State({ state, children }: { state: DotState; children: ReactNode }) {
  return (
    <span className={styles.state}>
      <StateDot state={state} />
      <span>{children}</span>
    </span>
  )
}

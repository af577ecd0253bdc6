import { initialsOf } from '../design/avatar.tsx'
import styles from './firm-mark.module.css'

export type Firm = {
  name: string
  /** '#rrggbb', for the portal's actions */
  colour?: string | null
  /** address of the firm's sign; without it, its initials in its colour */
  logo?: string | null
}

/** The firm's sign and name. The product's name is nowhere in the portal. */
export function FirmMark({ firm, size = 's' }: { firm: Firm; size?: 's' | 'm' | 'l' }) {
  return (
    <span className={styles.firm} data-size={size}>
      {firm.logo ? (
        <img className={styles.logo} src={firm.logo} alt="" />
      ) : (
        <span className={styles.mark} aria-hidden="true">
          {size === 's' ? initialsOf(firm.name).slice(0, 1) : initialsOf(firm.name)}
        </span>
      )}
      <span className={styles.name}>{firm.name}</span>
    </span>
  )
}

import { CheckIcon } from '@mantine/core'
import type { ComponentProps } from 'react'
import choices from '../theme/choices.module.css'
import styles from './tick.module.css'

/** A `Checkbox` that has no words and is there by the hundred: it looks the same, at a tenth of the work. */
export function Tick({ className = '', ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <span className={`${styles.place} ${className}`}>
      <input {...rest} type="checkbox" className={`${styles.box} ${choices.tick}`} />
      {rest.checked && <CheckIcon className={styles.mark} />}
    </span>
  )
}

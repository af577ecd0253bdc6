import { useText } from '#web/text.tsx'
import type { TagColor } from '../model.ts'
import styles from './color-name.module.css'

/** A tag's colour as a dot with its name: never by colour alone. */
export function ColorName({ color }: { color: TagColor }) {
  const t = useText()
  return (
    <span className={styles.name}>
      <span className={styles.dot} data-color={color} aria-hidden="true" />
      {t(`tags.color_${color}`)}
    </span>
  )
}

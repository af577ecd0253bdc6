import { Radio } from '@mantine/core'
import { TAG_COLORS, type TagColor } from '#features/tags/model.ts'
import { useText } from '../text.tsx'
import styles from './color-name.module.css'

/** A colour alone; what it stands for is written beside it. */
export function ColorDot({ color }: { color: string }) {
  return <span className={styles.dot} data-color={color} aria-hidden="true" />
}

/** A colour as a dot with its name: never by colour alone. */
export function ColorName({ color }: { color: TagColor }) {
  const t = useText()
  return (
    <span className={styles.name}>
      <ColorDot color={color} />
      {t(`tags.color_${color}`)}
    </span>
  )
}

type Inputs = { value?: unknown; onChange?: (color: string) => void; error?: unknown }

/** Chooses one of the colours; takes the input props of a form. */
export function ColorField({ inputs }: { inputs: Inputs }) {
  const t = useText()
  return (
    <Radio.Group label={t('tags.color')} {...(inputs as object)}>
      <div className={styles.choices}>
        {TAG_COLORS.map((color) => (
          <Radio key={color} value={color} label={<ColorName color={color} />} />
        ))}
      </div>
    </Radio.Group>
  )
}

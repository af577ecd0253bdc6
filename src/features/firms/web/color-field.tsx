import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { checkFirmColour } from '#kernel/contrast.ts'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { useText } from '#web/text.tsx'
import styles from './firm-settings.module.css'

export type ColorFieldProps = { value: string; error?: ReactNode; onChange: (color: string) => void }

/**
 * The colour of the portal's actions: picked or typed, checked while it changes, and shown as clients will see it. One
 * that is too light is shown as the nearest that is not.
 */
export function ColorField({ value, error, onChange }: ColorFieldProps) {
  const t = useText()
  const isColor = /^#[0-9a-f]{6}$/i.test(value)
  const verdict = isColor ? checkFirmColour(value.toLowerCase()) : null
  const tooPale = verdict !== null && !verdict.passes
  return (
    <div className={styles.field}>
      <div className={styles.color}>
        <TextInput
          aria-label={t('firm.color')}
          error={tooPale ? true : error}
          maxLength={7}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <input
          type="color"
          className={styles.pick}
          aria-label={t('firm.pick_color')}
          value={isColor ? value : '#000000'}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      {verdict && tooPale && (
        <Note
          tone="late"
          title={t('firm.too_pale')}
          actions={
            <LinkButton onClick={() => onChange(verdict.suggestion)}>
              {t('firm.take_color', { color: verdict.suggestion })}
            </LinkButton>
          }
        />
      )}
      {verdict && <Preview color={verdict.passes ? value : verdict.suggestion} />}
    </div>
  )
}

function Preview({ color }: { color: string }) {
  const t = useText()
  return (
    <div className={styles.preview} aria-hidden="true">
      <span className={styles.button} style={{ background: color }}>
        {t('firm.preview_button')}
      </span>
      <span className={styles.link} style={{ color }}>
        {t('firm.preview_link')}
      </span>
    </div>
  )
}

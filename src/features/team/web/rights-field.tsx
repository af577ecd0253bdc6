import { Checkbox } from '@mantine/core'
import { RIGHTS, type Right } from '#kernel/rights.ts'
import { useText } from '#web/text.tsx'
import styles from './rights-field.module.css'

export type RightsFieldProps = { value: Right[]; disabled?: boolean; onChange: (rights: Right[]) => void }

/** What an employee may do, right by right (USR-3). */
export function RightsField({ value, disabled = false, onChange }: RightsFieldProps) {
  const t = useText()
  const toggle = (right: Right, given: boolean) =>
    onChange(RIGHTS.filter((it) => (it === right ? given : value.includes(it))))
  return (
    <fieldset className={styles.rights} disabled={disabled}>
      <legend className={styles.legend}>{t('team.rights')}</legend>
      {RIGHTS.map((right) => (
        <Checkbox
          key={right}
          label={t(`right.${right}`)}
          description={t(`right.${right}.what`)}
          checked={value.includes(right)}
          onChange={(event) => toggle(right, event.currentTarget.checked)}
        />
      ))}
    </fieldset>
  )
}

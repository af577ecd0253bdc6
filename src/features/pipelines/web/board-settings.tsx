import { Checkbox, Select } from '@mantine/core'
import { FieldRow } from '#web/design/field-row.tsx'
import { useText } from '#web/text.tsx'
import { CARD_FIELDS, type CardField, JOB_SORTS, type JobSort } from '../model-settings.ts'
import styles from './settings-tab.module.css'
import type { SettingsState } from './use-settings.ts'

/** How jobs are sorted in the stages of the board (SET-3). */
export function SortSetting({ settings, set }: SettingsState) {
  const t = useText()
  return (
    <FieldRow label={t('pipelines.sort')} help={t('pipelines.sort_help')}>
      <Select
        aria-label={t('pipelines.sort')}
        data={JOB_SORTS.map((value) => ({ value, label: t(`pipelines.sort_${value}`) }))}
        value={settings.sort}
        allowDeselect={false}
        onChange={(sort) => sort && void set({ sort: sort as JobSort })}
      />
    </FieldRow>
  )
}

/** What the cards of the board show besides the client's name (SET-5). */
export function CardFieldsSetting({ settings, set }: SettingsState) {
  const t = useText()
  const shown = settings.cardFields
  const toggle = (field: CardField) =>
    void set({ cardFields: CARD_FIELDS.filter((it) => shown.includes(it) !== (it === field)) })
  return (
    <FieldRow label={t('pipelines.card_fields')} help={t('pipelines.card_fields_help')}>
      <fieldset className={styles.fields} aria-label={t('pipelines.card_fields')}>
        {CARD_FIELDS.map((field) => (
          <Checkbox
            key={field}
            label={t(`pipelines.card_${field}`)}
            checked={shown.includes(field)}
            onChange={() => toggle(field)}
          />
        ))}
      </fieldset>
    </FieldRow>
  )
}

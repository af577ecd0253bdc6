import { Select } from '@mantine/core'
import { useText } from '#web/text.tsx'
import { ACCOUNT_FIELDS, CONTACT_FIELDS, type ImportField, type ImportMapping } from '../model.ts'
import styles from './columns-table.module.css'

const SAMPLES = 3

export type ColumnsTableProps = {
  headings: string[]
  rows: string[][]
  mapping: ImportMapping
  onChange: (columns: ImportMapping['columns']) => void
}

/** One line per column of the file: its heading, what stands in its first rows, and what it becomes. */
export function ColumnsTable({ headings, rows, mapping, onChange }: ColumnsTableProps) {
  const t = useText()
  const set = (at: number, field: ImportField | null) => {
    onChange(mapping.columns.map((now, index) => (index === at ? field : now === field ? null : now)))
  }
  return (
    <>
      <p className={styles.help}>{t('imports.columns_help')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.problem_column')}</th>
            <th scope="col">{t('imports.first_rows')}</th>
            <th scope="col">{t('imports.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {headings.map((heading, at) => {
            const column = heading || t('imports.column_n', { n: at + 1 })
            return (
              <tr key={`${at} ${heading}`} data-out={mapping.columns[at] === null || undefined}>
                <th scope="row">{column}</th>
                <td className={styles.samples}>
                  {rows
                    .slice(0, SAMPLES)
                    .map((row) => row[at] || '–')
                    .join(' · ')}
                </td>
                <td>
                  <FieldSelect
                    label={t('imports.becomes_of', { column })}
                    mapping={mapping}
                    value={mapping.columns[at] ?? null}
                    onChange={(field) => set(at, field)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

type FieldSelectProps = {
  label: string
  mapping: ImportMapping
  value: ImportField | null
  onChange: (field: ImportField | null) => void
}

/** A field that another column is already moves here when it is chosen. */
function FieldSelect({ label, mapping, value, onChange }: FieldSelectProps) {
  const t = useText()
  const fields = mapping.mode === 'accounts' ? ACCOUNT_FIELDS : [...ACCOUNT_FIELDS, ...CONTACT_FIELDS]
  const choices = fields.map((field) => ({ value: field, label: t(`imports.field.${field}`) }))
  return (
    <Select
      size="xs"
      searchable
      clearable
      className={styles.field}
      aria-label={label}
      placeholder={t('imports.left_out')}
      data={choices}
      value={value}
      onChange={(field) => onChange(field as ImportField | null)}
      clearButtonProps={{ 'aria-label': t('ui.remove', { name: label }) }}
    />
  )
}

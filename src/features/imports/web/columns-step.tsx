import { Button, Radio } from '@mantine/core'
import { Buttons, Stack } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import type { Import } from '../contract.ts'
import { IMPORT_MODES, type ImportMapping, type ImportMode } from '../model.ts'
import { ColumnsTable } from './columns-table.tsx'
import { ReadingField } from './reading-field.tsx'
import { SettingsFields } from './settings-fields.tsx'

export type ColumnsStepProps = {
  found: Import
  /** the first rows of the file */
  rows: string[][]
  mapping: ImportMapping
  onChange: (mapping: ImportMapping) => void
  onCheck: () => void
  isRunning: boolean
  problem: unknown
}

/** What is in the file, what each column is, and what holds for every client in it (IMP-3, IMP-4). */
export function ColumnsStep({ found, rows, mapping, onChange, onCheck, isRunning, problem }: ColumnsStepProps) {
  const t = useText()
  const setMode = (mode: ImportMode) => onChange({ ...mapping, mode, columns: columnsIn(mode, mapping.columns) })
  return (
    <Stack>
      <Radio.Group
        label={t('imports.what')}
        value={mapping.mode}
        onChange={(mode) => setMode(mode as ImportMode)}
        description={mapping.mode === 'contacts' ? t('imports.mode_contacts_help') : undefined}
      >
        {IMPORT_MODES.map((mode) => (
          <Radio key={mode} value={mode} label={t(`imports.mode_${mode}`)} />
        ))}
      </Radio.Group>
      <Section title={t('imports.columns')} count={found.columns.length}>
        <ColumnsTable
          headings={found.columns}
          rows={rows}
          mapping={mapping}
          onChange={(columns) => onChange({ ...mapping, columns })}
        />
        <ReadingField found={found} />
      </Section>
      {mapping.mode !== 'contacts' && (
        <Section title={t('imports.settings')}>
          <SettingsFields mapping={mapping} onChange={(settings) => onChange({ ...mapping, settings })} />
        </Section>
      )}
      <ProblemNote problem={problem} />
      <Buttons>
        <Button variant="filled" loading={isRunning} onClick={onCheck}>
          {t('imports.check')}
        </Button>
      </Buttons>
    </Stack>
  )
}

/** Contacts are left out where only clients are imported. */
function columnsIn(mode: ImportMode, columns: ImportMapping['columns']): ImportMapping['columns'] {
  return mode === 'accounts' ? columns.map((field) => (field?.startsWith('contact.') ? null : field)) : columns
}

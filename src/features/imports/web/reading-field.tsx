import { Select } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { LinkButton } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { type Import, importsContract } from '../contract.ts'
import { type Delimiter, ENCODINGS, type Encoding } from '../model.ts'
import styles from './reading-field.module.css'

const DELIMITER_NAMES = {
  ',': 'imports.delimiter_comma',
  ';': 'imports.delimiter_semicolon',
  '\t': 'imports.delimiter_tab',
  '|': 'imports.delimiter_bar',
} as const

/** Reads the file in another way, where letters or columns look wrong. */
export function ReadingField({ found: { id, encoding, delimiter } }: { found: Import }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  const act = useAct(importsContract.setImportReading)
  const read = (body: { encoding: Encoding; delimiter: Delimiter }) => void act.run({ params: { id }, body })
  if (!open) return <LinkButton onClick={() => setOpen(true)}>{t('imports.reading')}</LinkButton>
  const delimiters = Object.entries(DELIMITER_NAMES).map(([value, name]) => ({ value, label: t(name) }))
  const said = t(DELIMITER_NAMES[delimiter])
  return (
    <div className={styles.reading}>
      <p className={styles.help}>{t('imports.reading_help', { encoding, delimiter: said })}</p>
      <Select
        allowDeselect={false}
        label={t('imports.encoding')}
        data={[...ENCODINGS]}
        value={encoding}
        onChange={(chosen) => chosen && read({ encoding: chosen as Encoding, delimiter })}
      />
      <Select
        allowDeselect={false}
        label={t('imports.delimiter')}
        data={delimiters}
        value={delimiter}
        onChange={(chosen) => chosen && read({ encoding, delimiter: chosen as Delimiter })}
      />
      <ProblemNote problem={act.problem} />
    </div>
  )
}

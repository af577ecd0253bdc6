import { Button } from '@mantine/core'
import { useAct } from '#web/api/hooks.ts'
import { Buttons, Stack } from '#web/design/form.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { type DryRun, type Import, importsContract } from '../contract.ts'
import type { ImportMapping } from '../model.ts'
import { Counts } from './counts.tsx'
import { ProblemsTable } from './problems-table.tsx'

export type ReviewStepProps = { found: Import; mapping: ImportMapping; dryRun: DryRun; onBack: () => void }

/** What the import would do, with every problem by its line, before anything is done (IMP-5). */
export function ReviewStep({ found, mapping, dryRun, onBack }: ReviewStepProps) {
  const t = useText()
  const { list } = useFormat()
  const { counts, checkedRows, problemCount, problems, newTags } = dryRun
  const isPartial = checkedRows < found.totalRows
  const changesNothing = !isPartial && counts.rowsUnchanged + counts.rowsRefused === checkedRows
  return (
    <Stack>
      <Section title={t('imports.would')}>
        <Counts counts={counts} />
        {newTags.length > 0 && (
          <p>{t('imports.new_tags', { count: newTags.length, names: list(newTags.slice(0, 20)) })}</p>
        )}
        {isPartial && <Note>{t('imports.checked_first', { count: checkedRows })}</Note>}
        {changesNothing && counts.rowsRefused === 0 && <Note>{t('imports.nothing_to_do')}</Note>}
      </Section>
      {problemCount > 0 && (
        <Section title={t('imports.problems')} count={counts.rowsRefused}>
          <p>{t('imports.problems_skipped')}</p>
          <ProblemsTable problems={problems} headings={found.columns} columns={mapping.columns} />
          {problems.length < problemCount && (
            <p>{t('imports.problems_first', { shown: problems.length, count: problemCount })}</p>
          )}
        </Section>
      )}
      <Start found={found} refused={counts.rowsRefused} canStart={!changesNothing} onBack={onBack} />
    </Stack>
  )
}

type StartProps = { found: Import; refused: number; canStart: boolean; onBack: () => void }

function Start({ found: { id, totalRows }, refused, canStart, onBack }: StartProps) {
  const t = useText()
  const act = useAct(importsContract.startImport, { touches: ['accounts', 'contacts', 'tags'] })
  const count = totalRows - refused
  return (
    <>
      <ProblemNote problem={act.problem} />
      <Buttons>
        <Button variant="subtle" onClick={onBack}>
          {t('imports.back')}
        </Button>
        {canStart && (
          <Button variant="filled" loading={act.isRunning} onClick={() => void act.run({ params: { id } })}>
            {t(refused > 0 ? 'imports.start_good' : 'imports.start', { count })}
          </Button>
        )}
      </Buttons>
    </>
  )
}

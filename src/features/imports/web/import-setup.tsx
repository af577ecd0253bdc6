import { useState } from 'react'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { announce } from '#web/design/live-region.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useText } from '#web/text.tsx'
import { type DryRun, type Import, importsContract } from '../contract.ts'
import type { ImportMapping } from '../model.ts'
import { ColumnsStep } from './columns-step.tsx'
import { ReviewStep } from './review-step.tsx'
import { Steps } from './steps.tsx'

/** Before an import: what the columns are, then what would happen. */
export function ImportSetup({ found }: { found: Import }) {
  const params = { id: found.id }
  const preview = useEndpoint(importsContract.previewImport, { params })
  if (preview.error) return <ProblemNote problem={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return <SkeletonLines lines={8} />
  const reading = `${found.encoding} ${found.delimiter}`
  return <Setup key={reading} found={found} rows={preview.data.rows} suggestion={preview.data.suggestion} />
}

type SetupProps = { found: Import; rows: string[][]; suggestion: ImportMapping['columns'] }

function Setup({ found, rows, suggestion }: SetupProps) {
  const t = useText()
  const [mapping, setMapping] = useState<ImportMapping>(() => found.mapping ?? firstMapping(suggestion))
  const [dryRun, setDryRun] = useState<DryRun | null>(null)
  const check = useAct(importsContract.setImportMapping, {
    onDone: (answer) => {
      setDryRun(answer)
      announce(t('imports.would'))
    },
  })
  return (
    <>
      <Steps now={dryRun ? 'review' : 'columns'} />
      {dryRun ? (
        <ReviewStep found={found} mapping={mapping} dryRun={dryRun} onBack={() => setDryRun(null)} />
      ) : (
        <ColumnsStep
          found={found}
          rows={rows}
          mapping={mapping}
          onChange={setMapping}
          onCheck={() => void check.run({ params: { id: found.id }, body: mapping })}
          isRunning={check.isRunning}
          problem={check.problem}
        />
      )}
    </>
  )
}

/** What the file most likely brings, to begin with. */
function firstMapping(suggestion: ImportMapping['columns']): ImportMapping {
  const hasContact = suggestion.some((field) => field?.startsWith('contact.'))
  const mode = hasContact ? 'accounts_and_contacts' : 'accounts'
  const settings = { type: 'individual' as const, tagIds: [], memberIds: [], login: false, notify: true }
  return { mode, columns: suggestion, settings }
}

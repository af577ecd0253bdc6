import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEndpoint } from '#web/api/hooks.ts'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import type { PipelineDefinition, PipelineDraft } from '../model.ts'
import { changesBetween } from '../rules.ts'
import type { PipelineView } from '../schemas.ts'
import { ChangeList } from './change-list.tsx'
import styles from './compare-tab.module.css'
import { useOpenPipeline } from './open-pipeline.tsx'
import { RestoreVersion } from './restore-version.tsx'
import { useNames } from './use-names.ts'

/** What stands in the address: two versions; without `to` the draft. */
export type Compared = { from?: number; to?: number }

/** What a version or the draft says differently from another version, in sentences (D-3). */
export function CompareTab() {
  const t = useText()
  const { view } = useOpenPipeline().kept
  const { from, to } = useCompared()
  return (
    <div className={styles.compare}>
      <Sides from={from} to={to} />
      <Differences from={from} to={to} />
      <TextLink to={`/templates/pipelines/${view.id}/versions`}>{t('pipelines.all_versions')}</TextLink>
    </div>
  )
}

type Pair = { from: number; to: number | null }

/** Whoever cannot edit has no draft to compare with: the newest version stands for it. */
function useCompared(): Pair {
  const { view } = useOpenPipeline().kept
  const { from, to } = useSearch({ strict: false }) as Compared
  const newest = view.version ?? 1
  if (to === undefined && !view.mayEdit) return { from: from ?? Math.max(1, newest - 1), to: newest }
  return { from: from ?? newest, to: to ?? null }
}

function Sides({ from, to }: Pair) {
  const t = useText()
  const navigate = useNavigate()
  const { view } = useOpenPipeline().kept
  const versions = Array.from({ length: view.version ?? 0 }, (_, back) => {
    const version = view.version! - back
    return { value: String(version), label: t('pipelines.version_number', { version }) }
  })
  const draft = { value: DRAFT, label: t('pipelines.the_draft') }
  const show = (pair: Pair) => {
    const search: Compared = pair.to === null ? { from: pair.from } : { from: pair.from, to: pair.to }
    void navigate({ to: '.', search: search as never, replace: true })
  }
  return (
    <div className={styles.sides}>
      <Select
        label={t('pipelines.compare_from')}
        data={versions}
        value={String(from)}
        allowDeselect={false}
        searchable
        onChange={(value) => value && show({ from: Number(value), to })}
      />
      <Select
        label={t('pipelines.compare_to')}
        data={view.mayEdit ? [draft, ...versions] : versions}
        value={to === null ? DRAFT : String(to)}
        allowDeselect={false}
        searchable
        onChange={(value) => value && show({ from, to: value === DRAFT ? null : Number(value) })}
      />
    </div>
  )
}

const DRAFT = 'draft'

function Differences({ from, to }: Pair) {
  const t = useText()
  const { view } = useOpenPipeline().kept
  const [before, after] = [useSaid(from), useSaid(to)]
  const names = useNames([...(before.said?.templates ?? []), ...(after.said?.templates ?? [])])
  const problem = before.problem ?? after.problem
  if (problem) return <ProblemNote problem={problem} />
  if (!before.said || !after.said) return <SkeletonLines lines={4} />
  const changes = changesBetween(before.said.definition as PipelineDefinition, after.said.definition)
  if (changes.length === 0) return <p className={styles.same}>{t('pipelines.says_the_same')}</p>
  return (
    <>
      <ChangeList changes={changes} names={names} />
      {view.mayEdit && (
        <div>
          <RestoreVersion version={from} />
        </div>
      )}
    </>
  )
}

type Said = { definition: PipelineDraft; templates: PipelineView['templates'] }

/** What a version says, or the draft as it stands here. */
function useSaid(version: number | null): { said: Said | undefined; problem: unknown } {
  const { view, draft } = useOpenPipeline().kept
  const params = { id: view.id, version: String(version ?? 1) }
  const loaded = useEndpoint(pipelinesContract.getVersion, { params }, { enabled: version !== null })
  if (version === null) return { said: { definition: draft, templates: view.templates }, problem: null }
  return { said: loaded.data, problem: loaded.error }
}

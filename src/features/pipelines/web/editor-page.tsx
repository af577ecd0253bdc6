import { Outlet, useParams } from '@tanstack/react-router'
import type { PipelineId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonCards } from '#web/design/skeleton.tsx'
import { TabLinks } from '#web/design/tab-links.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import type { PipelineView } from '../schemas.ts'
import { EditorActions, SavedState } from './editor-head.tsx'
import { KeptNote } from './kept-note.tsx'
import { OpenPipeline } from './open-pipeline.tsx'
import { usePipelineDraft } from './use-pipeline-draft.ts'

/** The frame around the tabs of one pipeline: stages, settings, versions. */
export function PipelinePage() {
  const t = useText()
  const { id } = useParams({ strict: false }) as { id: PipelineId }
  const pipeline = useEndpoint(
    pipelinesContract.getPipeline,
    { params: { id } },
    { hears: ['jobs', 'tags', 'templates'] },
  )
  if (pipeline.data) return <Opened key={id} view={pipeline.data} />
  return (
    <Page title={t('pipelines.pipeline')}>
      {pipeline.error ? <ProblemNote problem={pipeline.error} /> : <SkeletonCards />}
    </Page>
  )
}

function Opened({ view: loaded }: { view: PipelineView }) {
  const t = useText()
  const { keeper, kept } = usePipelineDraft(loaded)
  const { view } = kept
  const base = `/templates/pipelines/${view.id}`
  const tabs = [
    { to: base, label: t('pipelines.stages'), exact: true },
    { to: `${base}/statuses`, label: t('pipelines.statuses') },
    ...(view.mayEdit ? [{ to: `${base}/dry-run`, label: t('pipelines.dry_run') }] : []),
    ...(view.mayEdit ? [{ to: `${base}/settings`, label: t('pipelines.settings') }] : []),
    ...(view.version ? [{ to: `${base}/versions`, label: t('pipelines.versions') }] : []),
  ]
  return (
    <OpenPipeline value={{ keeper, kept }}>
      <Page
        title={view.name}
        bare
        aside={<SavedState />}
        actions={<EditorActions />}
        filters={<TabLinks label={t('pipelines.pipeline')} tabs={tabs} />}
      >
        <KeptNote />
        <Outlet />
      </Page>
    </OpenPipeline>
  )
}

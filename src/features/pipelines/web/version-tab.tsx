import { useParams } from '@tanstack/react-router'
import { useEndpoint } from '#web/api/hooks.ts'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { SkeletonCards } from '#web/design/skeleton.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import type { VersionView } from '../schemas.ts'
import { EditorProvider } from './editor-context.tsx'
import { Inspector } from './inspector.tsx'
import { Lanes } from './lanes.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'
import styles from './stages-tab.module.css'
import { useEditorOf } from './use-editor-of.ts'

/** One version as it was published, to be looked at. */
export function VersionTab() {
  const { view } = useOpenPipeline().kept
  const { version } = useParams({ strict: false }) as { version: string }
  const loaded = useEndpoint(pipelinesContract.getVersion, { params: { id: view.id, version } })
  if (loaded.data) return <Shown version={loaded.data} />
  return loaded.error ? <ProblemNote problem={loaded.error} /> : <SkeletonCards />
}

function Shown({ version }: { version: VersionView }) {
  const t = useText()
  const { view } = useOpenPipeline().kept
  const editor = useEditorOf({
    draft: version.definition,
    problems: [],
    edit: null,
    templates: version.templates,
    stageJobs: [],
  })
  return (
    <EditorProvider value={editor}>
      <div className={styles.edit}>
        <div className={styles.work}>
          <p className={styles.said}>
            {t('pipelines.version_number', { version: version.version })} · <Instant at={version.publishedAt} />{' '}
            <TextLink to={`/templates/pipelines/${view.id}/versions`}>{t('pipelines.all_versions')}</TextLink>
          </p>
          <Lanes />
        </div>
        <Inspector />
      </div>
    </EditorProvider>
  )
}

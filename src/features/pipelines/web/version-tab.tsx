import { useParams } from '@tanstack/react-router'
import { useEndpoint } from '#web/api/hooks.ts'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { SkeletonCards } from '#web/design/skeleton.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import { changesBetween } from '../rules.ts'
import type { VersionView } from '../schemas.ts'
import { EditorProvider } from './editor-context.tsx'
import { Inspector } from './inspector.tsx'
import { Lanes } from './lanes.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'
import { RestoreVersion } from './restore-version.tsx'
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
  const { view, draft } = useOpenPipeline().kept
  const base = `/templates/pipelines/${view.id}/versions`
  const isSame = changesBetween(version.definition, draft).length === 0
  const editor = useEditorOf({
    draft: version.definition,
    problems: [],
    warnings: [],
    edit: null,
    templates: version.templates,
    stageJobs: [],
  })
  return (
    <EditorProvider value={editor}>
      <div className={styles.edit}>
        <div className={styles.work}>
          <div className={styles.said}>
            <span>
              {t('pipelines.version_number', { version: version.version })} · <Instant at={version.publishedAt} />
              {' · '}
              {version.publishedBy ?? t('pipelines.published_by_system')}
            </span>
            {view.mayEdit && !isSame && <RestoreVersion version={version.version} />}
            <TextLink to={`${base}/compare${pairWith(version.version, view.version ?? 1)}`}>
              {t('pipelines.compare')}
            </TextLink>
            <TextLink to={base}>{t('pipelines.all_versions')}</TextLink>
          </div>
          <Lanes />
        </div>
        <Inspector of="stages" />
      </div>
    </EditorProvider>
  )
}

/** An old version is compared with how things stand now, the newest with the one before it. */
function pairWith(version: number, newest: number): string {
  return version === newest && version > 1 ? `?from=${version - 1}&to=${version}` : `?from=${version}`
}

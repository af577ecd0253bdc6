import type { PipelineDefinition } from '../model.ts'
import type { PipelineView } from '../schemas.ts'
import styles from './definition-view.module.css'
import { EditorProvider } from './editor-context.tsx'
import { Inspector } from './inspector.tsx'
import { Lanes } from './lanes.tsx'
import { useEditorOf } from './use-editor-of.ts'

export type DefinitionViewProps = { definition: PipelineDefinition; templates: PipelineView['templates'] }

/** Stages with their automations, to be looked at; the details of what is selected beside them. */
export function DefinitionView({ definition, templates }: DefinitionViewProps) {
  const editor = useEditorOf({ draft: definition, problems: [], warnings: [], edit: null, templates, stageJobs: [] })
  return (
    <EditorProvider value={editor}>
      <div className={styles.view}>
        <Lanes />
        <Inspector of="stages" />
      </div>
    </EditorProvider>
  )
}

import { PipelinesPage } from '#features/pipelines/web/pipelines-page.tsx'
import { useText } from '../../text.tsx'
import { TemplateTabs } from './template-tabs.tsx'

/** Workflow: all pipelines with their jobs. */
export function WorkflowPage() {
  const t = useText()
  return <PipelinesPage title={t('nav.workflow')} opens="board" />
}

/** Templates: all pipelines as what they are, beside the other kinds of templates. */
export function PipelineTemplatesPage() {
  const t = useText()
  return <PipelinesPage title={t('nav.templates')} opens="editor" tabs={<TemplateTabs />} />
}

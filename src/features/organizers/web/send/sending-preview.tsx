import type { TemplateId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useMember } from '#web/session.tsx'
import { organizersContract } from '../../contract.ts'
import type { OrganizerTemplateView } from '../../schemas.ts'
import { PreviewPane } from '../edit/preview-pane.tsx'
import { useRenderedName } from '../edit/rendered-name.ts'
import { usePreview } from '../edit/use-preview.ts'

export type SendingPreviewProps = {
  templateId: string
  /** another name than the template's; empty: the template's own (XC-1) */
  name: string
  /** where it goes to one client only */
  accountName?: string | undefined
}

/** What the client is about to get, to be tried before it is sent (ORG-11, ORG-30). */
export function SendingPreview({ templateId, ...shown }: SendingPreviewProps) {
  const params = { id: templateId as TemplateId }
  const { data, error, refetch } = useEndpoint(
    organizersContract.getOrganizerTemplate,
    { params },
    { hears: ['templates'] },
  )
  if (data) return <Loaded key={templateId} template={data} {...shown} />
  return error ? <ProblemNote problem={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={8} />
}

type LoadedProps = Omit<SendingPreviewProps, 'templateId'> & { template: OrganizerTemplateView }

function Loaded({ template, name, accountName }: LoadedProps) {
  const { firm } = useMember()
  const words = name.trim() || template.organizerName || template.name
  const preview = usePreview({
    name: useRenderedName(words, accountName),
    firmName: firm.name,
    definition: template.definition,
  })
  return <PreviewPane preview={preview} size="phone" />
}

import { getRouteApi } from '@tanstack/react-router'
import { organizersContract } from '#features/organizers/contract.ts'
import { TemplateEditor } from '#features/organizers/web/edit/template-editor.tsx'
import type { TemplateId } from '#kernel/ids.ts'
import { useEndpoint } from '../api/hooks.ts'
import { Page } from '../design/page.tsx'
import { ProblemNote } from '../design/problem-note.tsx'
import { SkeletonLines } from '../design/skeleton.tsx'
import { useText } from '../text.tsx'

const route = getRouteApi('/staff/templates/organizers/$templateId')

/** The editor of one organizer template; `new` in the address begins one. */
export function OrganizerTemplatePage() {
  const t = useText()
  const { templateId } = route.useParams()
  const isNew = templateId === 'new'
  const asked = useEndpoint(
    organizersContract.getOrganizerTemplate,
    { params: { id: templateId as TemplateId } },
    { enabled: !isNew, hears: ['templates'] },
  )
  if (isNew) return <TemplateEditor key="new" template={null} />
  if (asked.data) return <TemplateEditor key={templateId} template={asked.data} />
  return (
    <Page title={t('orgedit.template')}>
      <ProblemNote problem={asked.error} onRetry={() => void asked.refetch()} />
      {!asked.error && <SkeletonLines lines={8} />}
    </Page>
  )
}

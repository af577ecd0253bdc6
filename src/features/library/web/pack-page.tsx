import { Button } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { TextLink } from '#web/design/link.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { libraryContract } from '../contract.ts'
import { PackContents } from './pack-contents.tsx'
import styles from './pack-page.module.css'
import { PackStages } from './pack-stages.tsx'

/** Everything one set would bring, and the button that copies it into the firm (P-20). */
export function PackPage() {
  const t = useText()
  const { key = '' } = useParams({ strict: false }) as { key?: string }
  const pack = useEndpoint(libraryContract.getPack, { params: { key } })
  const mayInstall = [useRight('manage_pipelines'), useRight('manage_templates')].every(Boolean)
  const back = <TextLink to="/templates/library">{t('library.back')}</TextLink>
  if (!pack.data) {
    return (
      <Page title={t('library.title')} aside={back}>
        <ProblemNote problem={pack.error} onRetry={() => void pack.refetch()} />
        {!pack.error && <SkeletonLines lines={8} />}
      </Page>
    )
  }
  const { name, summary, locale } = pack.data
  return (
    <Page title={name} aside={back} actions={mayInstall && <Install packKey={key} />}>
      <p className={styles.summary} lang={locale}>
        {summary}
      </p>
      <PackStages pack={pack.data} />
      <PackContents pack={pack.data} />
    </Page>
  )
}

function Install({ packKey: key }: { packKey: string }) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const act = useAct(libraryContract.installPack, {
    touches: ['pipelines', 'templates', 'tags'],
    onDone: ({ pipelineId, name }) => {
      toast(t('library.installed', { name }))
      void navigate({ to: `/workflow/${pipelineId}` })
    },
  })
  return (
    <>
      <ProblemNote problem={act.problem} />
      <Button variant="filled" loading={act.isRunning} onClick={() => void act.run({ params: { key } })}>
        {t('library.install')}
      </Button>
    </>
  )
}

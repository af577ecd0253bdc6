import { Button } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { libraryContract } from '#features/library/contract.ts'
import type { OwnPackView } from '#features/library/contract-own.ts'
import { OwnContents } from '#features/library/web/own-contents.tsx'
import { DefinitionView } from '#features/pipelines/web/definition-view.tsx'
import { useAct, useEndpoint } from '../../api/hooks.ts'
import { ConfirmInNumbers } from '../../design/confirm-in-numbers.tsx'
import { TextLink } from '../../design/link.tsx'
import { Page } from '../../design/page.tsx'
import { ProblemNote } from '../../design/problem-note.tsx'
import { SkeletonLines } from '../../design/skeleton.tsx'
import { useToast } from '../../design/toast.tsx'
import { useRight } from '../../session.tsx'
import { useText } from '../../text.tsx'
import styles from './own-pack.module.css'

const LIBRARY = '/templates/library'

/** A pipeline that the firm kept, as it was when it was saved: to be looked at, copied, and taken out again (D-21). */
export function OwnPackPage() {
  const t = useText()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const pack = useEndpoint(libraryContract.getOwnPack, { params: { id } })
  const back = <TextLink to={LIBRARY}>{t('library.back')}</TextLink>
  if (!pack.data) {
    return (
      <Page title={t('library.title')} aside={back}>
        <ProblemNote problem={pack.error} onRetry={() => void pack.refetch()} />
        {!pack.error && <SkeletonLines lines={8} />}
      </Page>
    )
  }
  const { name, summary, definition, templates } = pack.data
  return (
    <Page title={name} aside={back} actions={<Acts pack={pack.data} />}>
      {summary && <p className={styles.summary}>{summary}</p>}
      <DefinitionView definition={definition} templates={templates} />
      <OwnContents templates={templates} />
    </Page>
  )
}

function Acts({ pack }: { pack: OwnPackView }) {
  const t = useText()
  const [deleting, setDeleting] = useState(false)
  const install = useInstall(pack)
  const mayInstall = useRight('manage_templates')
  return (
    <>
      <ProblemNote problem={install.problem} />
      <Button variant="subtle" onClick={() => setDeleting(true)}>
        {t('library.take_out')}
      </Button>
      {mayInstall && (
        <Button variant="filled" loading={install.isRunning} onClick={install.install}>
          {t('library.install')}
        </Button>
      )}
      {deleting && <TakeOut pack={pack} onClose={() => setDeleting(false)} />}
    </>
  )
}

/** Leads to the board, or, where something has to be mended before publishing, to the editor. */
function useInstall({ id }: OwnPackView) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const act = useAct(libraryContract.installOwnPack, {
    touches: ['pipelines', 'templates', 'tags'],
    onDone: ({ pipelineId, name, published }) => {
      toast(t(published ? 'library.installed' : 'library.installed_draft', { name }))
      void navigate({ to: published ? `/workflow/${pipelineId}` : `/templates/pipelines/${pipelineId}` })
    },
  })
  return { install: () => void act.run({ params: { id } }), isRunning: act.isRunning, problem: act.problem }
}

function TakeOut({ pack: { id, name }, onClose }: { pack: OwnPackView; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const navigate = useNavigate()
  const act = useAct(libraryContract.deleteOwnPack, {
    onDone: () => {
      toast(t('library.taken_out', { name }))
      void navigate({ to: LIBRARY })
    },
  })
  return (
    <ConfirmInNumbers
      opened
      danger
      title={t('library.take_out_title', { name })}
      confirm={t('library.take_out')}
      isRunning={act.isRunning}
      problem={act.problem}
      onConfirm={() => void act.run({ params: { id } })}
      onClose={onClose}
    >
      <p>{t('library.take_out_text')}</p>
    </ConfirmInNumbers>
  )
}

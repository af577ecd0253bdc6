import { ActionIcon, Button } from '@mantine/core'
import { IconFileText, IconPhoto, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { asProblem } from '#web/api/problem.ts'
import { LinkButton } from '#web/design/link.tsx'
import { announce } from '#web/design/live-region.tsx'
import { ProgressBar } from '#web/design/progress-bar.tsx'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import type { FileView } from '../../schemas.ts'
import styles from './file-field.module.css'
import { useFilling } from './filling.tsx'
import type { Upload } from './upload-keeper.ts'

/** A file that has arrived. Taking it out can't be undone here, so it asks. */
export function AttachedFile({ file }: { file: FileView }) {
  const t = useText()
  const { bytes } = useFormat()
  const { editable } = useFilling()
  const [isAsking, setAsking] = useState(false)
  return (
    <Row
      name={file.name}
      mediaType={file.mediaType}
      act={editable && !isAsking && { label: t('fill.remove', { name: file.name }), run: () => setAsking(true) }}
    >
      {isAsking ? (
        <AskToRemove file={file} onClose={() => setAsking(false)} />
      ) : (
        <p className={styles.state}>
          <span className={styles.received}>{t('fill.received')}</span>, {bytes(file.bytes)}
        </p>
      )}
    </Row>
  )
}

function AskToRemove({ file, onClose }: { file: FileView; onClose: () => void }) {
  const t = useText()
  const textOr = useTextOr()
  const { acts } = useFilling()
  const [problem, setProblem] = useState<string | null>(null)
  const remove = async () => {
    try {
      await acts.detach(file)
      announce(t('fill.removed', { name: file.name }))
    } catch (error) {
      setProblem(asProblem(error).code)
    }
  }
  return (
    <div className={styles.ask}>
      <p className={styles.state}>{problem ? textOr(`refusal.${problem}`, 'refusal.bug') : t('fill.remove_ask')}</p>
      <p className={styles.askActs}>
        <Button size="xs" onClick={() => void remove()} autoFocus>
          {t('fill.remove_yes')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClose}>
          {t('fill.remove_no')}
        </Button>
      </p>
    </div>
  )
}

/** A file on its way, or one that did not make it. */
export function UploadingFile({ upload }: { upload: Upload }) {
  const t = useText()
  const { acts } = useFilling()
  const { file, key } = upload
  return (
    <Row
      name={file.name}
      mediaType={file.type}
      act={{ label: t('fill.stop_upload', { name: file.name }), run: () => acts.stop(key) }}
    >
      <UploadState upload={upload} />
    </Row>
  )
}

function UploadState({ upload: { file, share, state, problem, key } }: { upload: Upload }) {
  const t = useText()
  const textOr = useTextOr()
  const { bytes, number } = useFormat()
  const { acts } = useFilling()
  const size = bytes(file.size)
  if (state === 'failed' && problem) {
    const [field] = problem.fields
    const why = field
      ? textOr(`field.${field.code}`, 'field.invalid_value', field.params)
      : textOr(`refusal.${problem.code}`, 'refusal.bug')
    return (
      <p className={styles.failed} role="alert">
        {why}. {MAY_PASS.has(problem.code) && <LinkButton onClick={() => acts.retry(key)}>{t('ui.retry')}</LinkButton>}
      </p>
    )
  }
  if (state === 'waiting') return <p className={styles.state}>{t('fill.upload_waits', { size })}</p>
  const percent = Math.floor(share * 100)
  return (
    <>
      <div className={styles.bar}>
        <ProgressBar tone="accent" label={file.name} done={percent} total={100} />
      </div>
      <p className={styles.state}>{t('fill.uploading', { percent: number(percent), size })}</p>
    </>
  )
}

/** What another try may mend; a file of the wrong kind stays one. */
const MAY_PASS: ReadonlySet<string> = new Set(['offline', 'unavailable', 'bug', 'conflict', 'malformed'])

type RowAct = { label: string; run: () => void }

function Row({
  name,
  mediaType,
  act,
  children,
}: {
  name: string
  mediaType: string
  act: RowAct | false
  children: ReactNode
}) {
  const Icon = mediaType.startsWith('image/') ? IconPhoto : IconFileText
  return (
    <li className={styles.file}>
      <Icon size={24} stroke={1.6} aria-hidden className={styles.icon} />
      <div>
        <p className={styles.name}>{name}</p>
        {children}
      </div>
      {act && (
        <ActionIcon aria-label={act.label} onClick={act.run}>
          <IconX size={18} stroke={1.8} aria-hidden />
        </ActionIcon>
      )}
    </li>
  )
}

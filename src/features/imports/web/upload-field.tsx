import { Button, FileButton } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useState } from 'react'
import { upload } from '#web/api/call.ts'
import { askAgain } from '#web/api/hooks.ts'
import { LARGE_ICON } from '#web/design/icon.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { ProgressBar } from '#web/design/progress-bar.tsx'
import { useText } from '#web/text.tsx'
import { type Import, importsContract } from '../contract.ts'
import styles from './upload-field.module.css'

type Upload = { file: File; share: number } | null

/** Takes a file, chosen or dropped, and uploads it at once. */
export function UploadField({ onUploaded }: { onUploaded: (uploaded: Import) => void }) {
  const t = useText()
  const queries = useQueryClient()
  const [running, setRunning] = useState<Upload>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [over, setOver] = useState(false)
  const send = async (file: File | null | undefined) => {
    if (!file) return
    setProblem(null)
    setRunning({ file, share: 0 })
    try {
      const onProgress = (share: number) => setRunning({ file, share })
      const uploaded = await upload(importsContract.uploadImport, { file, onProgress })
      void askAgain(queries, (topic) => topic === 'imports')
      onUploaded(uploaded)
    } catch (refused) {
      setProblem(refused)
      setRunning(null)
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }
  return (
    <section
      className={styles.field}
      aria-label={t('imports.choose')}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {running ? (
        <div className={styles.progress}>
          <p>{t('imports.uploading', { name: running.file.name })}</p>
          <ProgressBar
            label={t('imports.uploading', { name: running.file.name })}
            done={Math.round(running.share * 100)}
            total={100}
            tone="accent"
          />
        </div>
      ) : (
        <>
          <IconFileSpreadsheet {...LARGE_ICON} />
          <p className={styles.choose}>
            <FileButton accept=".csv,.txt,.tsv,text/csv,text/plain" onChange={(file) => void send(file)}>
              {(props) => (
                <Button {...props} variant="filled">
                  {t('imports.choose')}
                </Button>
              )}
            </FileButton>
            <span>{t('imports.drop')}</span>
          </p>
          <p className={styles.any}>{t('imports.any')}</p>
        </>
      )}
      <ProblemNote problem={problem} />
    </section>
  )
}

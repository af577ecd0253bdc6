import { Button } from '@mantine/core'
import { IconCamera, IconUpload } from '@tabler/icons-react'
import { type ChangeEvent, type DragEvent, useId, useRef, useState } from 'react'
import { ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import type { Question } from '../../model.ts'
import { FieldFrame } from './field-frame.tsx'
import styles from './file-field.module.css'
import { AttachedFile, UploadingFile } from './file-rows.tsx'
import { useFilling } from './filling.tsx'

/** Files as an answer: photos from the camera or files of the device, each with its progress (ORG-13). */
export function FileField({ question }: { question: Question }) {
  const t = useText()
  const id = useId()
  const { files, uploads, editable, acts } = useFilling()
  const add = (list: FileList | null) => {
    if (list && list.length > 0) acts.addFiles(question, [...list])
  }
  const { isOver, drop } = useDrop(add)
  const attached = files.filter(({ questionId }) => questionId === question.id)
  const going = uploads.filter(({ questionId }) => questionId === question.id)
  return (
    <FieldFrame question={question} id={id} of="group">
      <div className={styles.drop} data-over={(editable && isOver) || undefined} {...(editable ? drop : {})}>
        {attached.length + going.length > 0 && (
          <ul className={styles.files}>
            {attached.map((file) => (
              <AttachedFile key={file.documentId} file={file} />
            ))}
            {going.map((upload) => (
              <UploadingFile key={upload.key} upload={upload} />
            ))}
          </ul>
        )}
        {editable && <AddButtons onAdd={add} question={question} />}
        {!editable && attached.length === 0 && <p className={styles.none}>{t('fill.no_files')}</p>}
      </div>
    </FieldFrame>
  )
}

/** The camera is offered where a finger is what one points with. */
function AddButtons({ onAdd, question }: { onAdd: (files: FileList | null) => void; question: Question }) {
  const t = useText()
  const camera = useRef<HTMLInputElement>(null)
  const device = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onAdd(event.currentTarget.files)
    // so that the same file can be chosen again
    event.currentTarget.value = ''
  }
  return (
    <div className={styles.adds}>
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={take} />
      <input ref={device} type="file" multiple hidden onChange={take} />
      <Button
        className={styles.camera}
        leftSection={<IconCamera {...ICON} />}
        aria-label={`${t('fill.take_photo')}: ${question.label}`}
        onClick={() => camera.current?.click()}
      >
        {t('fill.take_photo')}
      </Button>
      <Button
        leftSection={<IconUpload {...ICON} />}
        aria-label={`${t('fill.add_files')}: ${question.label}`}
        onClick={() => device.current?.click()}
      >
        {t('fill.add_files')}
      </Button>
    </div>
  )
}

/** Files may also be dragged onto the question. */
function useDrop(add: (files: FileList | null) => void) {
  const [isOver, setOver] = useState(false)
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return {
    isOver,
    drop: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setOver(false)
        add(event.dataTransfer.files)
      },
    },
  }
}

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useAct } from '#web/api/hooks.ts'
import { ICON } from '#web/design/icon.ts'
import { useToast } from '#web/design/toast.tsx'
import { saveFile } from '#web/save-file.ts'
import { useText, useTextOr } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import styles from './export-button.module.css'
import type { JobListQuery } from './jobs-search.ts'

/** Takes all that the list shows along as a file for spreadsheets. */
export function ExportButton({ query }: { query: JobListQuery }) {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  const { run, isRunning } = useAct(jobsContract.exportJobs, {
    onProblem: ({ code }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true }),
    onDone: (file) => {
      saveFile(file as File)
      toast(t('jobs.exported'))
    },
  })
  return (
    <Button
      variant="subtle"
      loading={isRunning}
      leftSection={<IconDownload {...ICON} />}
      onClick={() => void run({ query })}
    >
      <span className={styles.label}>{t('jobs.export')}</span>
    </Button>
  )
}

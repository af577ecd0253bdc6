import { ActionIcon } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconBooks, IconCopy, IconDots, IconHistory, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { Dialog } from '#web/design/dialog.tsx'
import { ICON } from '#web/design/icon.ts'
import { AppLink, TextLink } from '#web/design/link.tsx'
import { Menu } from '#web/design/pop-up.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'
import { SaveToLibrary } from './save-to-library.tsx'
import { usePipelineActs } from './use-pipeline-acts.ts'

/** What is done with a pipeline as a whole: copied, archived, deleted (P-12, P-19). */
export function PipelineMenu() {
  const t = useText()
  const { view } = useOpenPipeline().kept
  const [jobs, setJobs] = useState<number | null>(null)
  const [saving, setSaving] = useState(false)
  const { duplicate, setState, remove } = usePipelineActs(setJobs)
  const isAdmin = useMember().member.role !== 'employee'
  const isArchived = view.state === 'archived'
  const Archive = isArchived ? IconArchiveOff : IconArchive
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('ui.more')}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={duplicate}>
            {t('pipelines.duplicate')}
          </Menu.Item>
          {view.version !== null && (
            <Menu.Item leftSection={<IconBooks {...ICON} />} onClick={() => setSaving(true)}>
              {t('library.save')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Archive {...ICON} />} onClick={() => setState(isArchived ? 'active' : 'archived')}>
            {t(isArchived ? 'pipelines.restore' : 'pipelines.archive')}
          </Menu.Item>
          {isAdmin && (
            <Menu.Item component={AppLink} to={`/history/pipelines/${view.id}`} leftSection={<IconHistory {...ICON} />}>
              {t('activity.history')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash {...ICON} />} onClick={remove}>
            {t('pipelines.delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {saving && <SaveToLibrary onClose={() => setSaving(false)} />}
      {jobs !== null && <InUse jobs={jobs} onClose={() => setJobs(null)} />}
    </>
  )
}

/** Says how many jobs are in the way, and what can be done about them. */
function InUse({ jobs, onClose }: { jobs: number; onClose: () => void }) {
  const t = useText()
  const { view } = useOpenPipeline().kept
  return (
    <Dialog opened title={t('pipelines.in_use', { name: view.name, count: jobs })} onClose={onClose}>
      <p>{t('pipelines.in_use_text')}</p>
      <p>
        <TextLink to={`/workflow/${view.id}`}>{t('pipelines.open_board')}</TextLink>
      </p>
    </Dialog>
  )
}

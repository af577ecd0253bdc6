import { Button } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { AppLink, LinkButton } from '#web/design/link.tsx'
import { Menu, Popover } from '#web/design/pop-up.tsx'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import styles from './editor-head.module.css'
import { useOpenPipeline } from './open-pipeline.tsx'
import { PipelineMenu } from './pipeline-menu.tsx'
import type { PlacedProblem } from './problems.ts'
import { PublishPanel } from './publish-panel.tsx'
import { useNames } from './use-names.ts'
import { useProblemText } from './words.ts'

/** "Draft saved 10:42", "Saving…", or why it is not saved and how to go on. */
export function SavedState() {
  const t = useText()
  const textOr = useTextOr()
  const { time } = useFormat()
  const { kept, keeper } = useOpenPipeline()
  const { view, state, failure } = kept
  if (!view.mayEdit) return <span className={styles.saved}>{t('pipelines.read_only')}</span>
  if (state === 'failed') {
    return (
      <span className={styles.saved} data-failed role="alert">
        {t('pipelines.not_saved', { why: textOr(`refusal.${failure?.code}`, 'refusal.bug') })}{' '}
        <LinkButton onClick={() => void keeper.flush()}>{t('ui.retry')}</LinkButton>
      </span>
    )
  }
  if (state === 'stale') return null
  if (state !== 'saved') return <span className={styles.saved}>{t('pipelines.saving')}</span>
  const said = view.draftChanged
    ? t('pipelines.saved', { time: time(view.updatedAt) })
    : t('pipelines.is_published', { version: view.version ?? 1 })
  return <span className={styles.saved}>{said}</span>
}

/** What is wrong, the board, and Publish. */
export function EditorActions() {
  const t = useText()
  const { kept } = useOpenPipeline()
  const { view } = kept
  const [open, setOpen] = useState(false)
  return (
    <>
      {view.mayEdit && <Findings />}
      {view.version !== null && view.state !== 'deleted' && (
        <Button component={AppLink} to={`/workflow/${view.id}`}>
          {t('pipelines.board')}
        </Button>
      )}
      {view.mayEdit && (
        <Popover
          opened={open}
          onChange={setOpen}
          position="bottom-end"
          width={408}
          trapFocus
          returnFocus
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <Button
              variant="filled"
              rightSection={<IconChevronDown {...ICON} />}
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {t('pipelines.publish')}
            </Button>
          </Popover.Target>
          <Popover.Dropdown className={styles.panel} aria-label={t('pipelines.publish')}>
            {open && <PublishPanel onClose={() => setOpen(false)} />}
          </Popover.Dropdown>
        </Popover>
      )}
      {view.mayEdit && <PipelineMenu />}
    </>
  )
}

/** How many things keep the draft from being published, and how many more should be looked at (B-6). */
function Findings() {
  const t = useText()
  const { draft, problems, warnings } = useOpenPipeline().kept
  if (draft.stages.length === 0) return null
  return (
    <>
      {problems.length > 0 && (
        <FindingsMenu label={t('pipelines.problems', { count: problems.length })} findings={problems} />
      )}
      {warnings.length > 0 && (
        <FindingsMenu label={t('pipelines.warnings', { count: warnings.length })} findings={warnings} quiet />
      )}
    </>
  )
}

type FindingsMenuProps = { label: string; findings: readonly PlacedProblem[]; quiet?: true }

/** Each leads to its place. */
function FindingsMenu({ label, findings, quiet }: FindingsMenuProps) {
  const t = useText()
  const { draft, view } = useOpenPipeline().kept
  const text = useProblemText(useNames(view.templates).names)
  const navigate = useNavigate()
  const stageName = (id: string | null) =>
    [...draft.stages, ...draft.statuses].find((place) => place.id === id)?.name.trim()
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          className={styles.problems}
          data-quiet={quiet}
          leftSection={<IconAlertTriangle {...SMALL_ICON} />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {findings.map((finding) => (
          <Menu.Item
            key={`${finding.automationId ?? finding.stageId} ${finding.field} ${finding.code}`}
            onClick={() => {
              const selected = finding.automationId ?? finding.stageId
              const tab = draft.statuses.some((status) => status.id === (finding.stageId as string)) ? '/statuses' : ''
              void navigate({
                to: `/templates/pipelines/${view.id}${tab}`,
                search: (selected ? { selected } : {}) as never,
              })
            }}
          >
            {finding.stageId && (
              <span className={styles.where}>{stageName(finding.stageId) || t('pipelines.unnamed_stage')}</span>
            )}
            <span>{text(finding)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

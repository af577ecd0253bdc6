import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPlus } from '@tabler/icons-react'
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Board } from '#features/jobs/web/board.tsx'
import { BoardProvider, useBoardState } from '#features/jobs/web/board-context.tsx'
import { BoardFilters } from '#features/jobs/web/board-filters.tsx'
import { filterOf, searchOf } from '#features/jobs/web/board-search.ts'
import type { BoardFilter } from '#features/jobs/web/use-board.ts'
import { pipelinesContract } from '#features/pipelines/contract.ts'
import { SavedFilters } from '#features/saved-filters/web/saved-filters.tsx'
import { useEndpoint } from '../api/hooks.ts'
import { asProblem } from '../api/problem.ts'
import { EmptyState } from '../design/empty-state.tsx'
import { ICON } from '../design/icon.ts'
import { later } from '../design/later.tsx'
import { AppLink } from '../design/link.tsx'
import { Page } from '../design/page.tsx'
import { Menu } from '../design/pop-up.tsx'
import { Tag } from '../design/tag.tsx'
import { useMember, useRight } from '../session.tsx'
import { useText } from '../text.tsx'
import styles from './board.module.css'
import { AddJobsDialog } from './dialogs.ts'

const ArchivedJobs = later(async () => (await import('#features/jobs/web/archived-jobs.tsx')).ArchivedJobs)

/** The jobs of one pipeline, stage by stage; the drawer of a job is a child of it. */
export function BoardPage() {
  const { pipelineId } = useParams({ from: '/staff/workflow/$pipelineId' })
  const search = useSearch({ from: '/staff/workflow/$pipelineId' })
  return (
    <BoardProvider key={pipelineId} pipelineId={pipelineId} filter={filterOf(search)}>
      <Shown />
      <Outlet />
    </BoardProvider>
  )
}

function Shown() {
  const t = useText()
  const navigate = useNavigate()
  const { member } = useMember()
  const { board, pipelineId, problem } = useBoardState()
  const { jobId = null } = useParams({ strict: false })
  const [adding, setAdding] = useState(false)
  const filterBy = (filter: BoardFilter) => void navigate({ to: '.', search: searchOf(filter), replace: true })
  const count = board?.stages.reduce((sum, stage) => sum + stage.count, 0)
  const counted = board?.stages.some((stage) => stage.more) ? 'board.jobs_at_least' : 'board.jobs'
  return (
    <Page
      title={board?.pipeline.name ?? t('board.title')}
      bare
      aside={
        <>
          <PipelineMenu />
          {count !== undefined && <span className={styles.count}>{t(counted, { count })}</span>}
          {board && !board.pipeline.takesJobs && <Tag>{t('board.archived')}</Tag>}
        </>
      }
      actions={
        <>
          {board && (
            <Button variant="subtle" component={AppLink} to={`/workflow/${pipelineId}/archived`}>
              {t('archive.open')}
            </Button>
          )}
          {board && <EditPipeline />}
          {board?.pipeline.takesJobs && (
            <Button leftSection={<IconPlus {...ICON} />} onClick={() => setAdding(true)}>
              {t('board.add')}
            </Button>
          )}
        </>
      }
      filters={
        !problem && (
          <>
            <BoardFilters me={member.id} onFilter={filterBy} />
            <Saved onFilter={filterBy} />
          </>
        )
      }
    >
      {problem && asProblem(problem).code === 'not_published' ? (
        <Unpublished />
      ) : (
        <Board openJobId={jobId} me={member.id} />
      )}
      {count === 0 && board && (
        <NoCards takesJobs={board.pipeline.takesJobs} onAdd={() => setAdding(true)} onClear={() => filterBy({})} />
      )}
      {adding && <AddJobsDialog pipelineId={pipelineId} onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** Saved filters of boards; those that name a custom status of another pipeline mean nothing here. */
function Saved({ onFilter }: { onFilter: (filter: BoardFilter) => void }) {
  const { board, filter } = useBoardState()
  const statuses = ['none', 'completed', ...(board?.statuses.map(({ id }) => id) ?? [])]
  const fits = ({ statusId }: BoardFilter) => statusId === undefined || statuses.includes(statusId)
  return <SavedFilters place="board" now={filter} fits={fits} onApply={onFilter} />
}

type NoCardsProps = { takesJobs: boolean; onAdd: () => void; onClear: () => void }

/** Over empty columns: what a job is, or that the filters leave none. */
function NoCards({ takesJobs, onAdd, onClear }: NoCardsProps) {
  const t = useText()
  const { filter } = useBoardState()
  const filtered = Object.values(filter).some((value) => value !== undefined)
  return (
    <div className={styles.over}>
      {filtered ? (
        <EmptyState title={t('board.no_match')} action={{ label: t('board.clear'), onPress: onClear }} />
      ) : (
        <EmptyState
          title={t('board.empty')}
          text={t(takesJobs ? 'board.empty_text' : 'board.archived_text')}
          {...(takesJobs ? { action: { label: t('board.add'), onPress: onAdd } } : {})}
        />
      )}
    </div>
  )
}

function Unpublished() {
  const t = useText()
  const { pipelineId } = useBoardState()
  const action = { label: t('board.edit'), to: `/templates/pipelines/${pipelineId}` }
  return <EmptyState title={t('board.unpublished')} text={t('board.unpublished_text')} action={action} />
}

/** The other pipelines, beside the name of this one. */
function PipelineMenu() {
  const t = useText()
  const { pipelineId } = useBoardState()
  const { data } = useEndpoint(pipelinesContract.listPipelines, {})
  const published = data?.items.filter((pipeline) => pipeline.version !== null) ?? []
  if (published.length < 2) return null
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <ActionIcon size="sm" aria-label={t('board.switch')}>
          <IconChevronDown {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu}>
        {published.map(({ id, name }) => (
          <Menu.Item
            key={id}
            component={AppLink}
            to={`/workflow/${id}`}
            rightSection={id === pipelineId && <IconCheck {...ICON} />}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function EditPipeline() {
  const t = useText()
  const { pipelineId } = useBoardState()
  const mayManage = useRight('manage_pipelines')
  if (!mayManage) return null
  return (
    <Button variant="subtle" component={AppLink} to={`/templates/pipelines/${pipelineId}`}>
      {t('board.edit')}
    </Button>
  )
}

/** The pipeline's archived jobs, over its board. */
export function ArchivedPanel() {
  const navigate = useNavigate()
  const { pipelineId } = useParams({ from: '/staff/workflow/$pipelineId/archived' })
  const close = () => void navigate({ to: '/workflow/$pipelineId', params: { pipelineId }, search: true })
  return <ArchivedJobs pipelineId={pipelineId} onClose={close} />
}

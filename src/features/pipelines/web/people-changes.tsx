import { Checkbox } from '@mantine/core'
import type { DraftAutomation } from '#engine/core/draft.ts'
import type { Assignee } from '#engine/core/pipeline.ts'
import type { MemberId } from '#kernel/ids.ts'
import { useText } from '#web/text.tsx'
import styles from './inspector.module.css'
import { PeopleField } from './people-field.tsx'
import { ofField, type PlacedProblem } from './problems.ts'
import { useProblemText } from './words.ts'

type Of<Kind extends DraftAutomation['kind']> = Extract<DraftAutomation, { kind: Kind }>
type Props<Kind extends DraftAutomation['kind']> = {
  automation: Of<Kind>
  problems: PlacedProblem[]
  onChange: (change: Partial<Of<Kind>>) => void
}

/** Who has access to the client afterwards (ACX-1): everybody off first, some off, some on. */
export function AccessChanges({ automation, problems, onChange }: Props<'update_account_access'>) {
  const t = useText()
  const said = useSaid(problems)
  const { replace, add, remove } = automation
  return (
    <div className={styles.fields}>
      <Checkbox
        label={t('pipelines.replace_access')}
        description={t('pipelines.replace_access_help')}
        checked={replace}
        onChange={(event) => onChange({ replace: event.currentTarget.checked })}
      />
      {!replace && (
        <PeopleField
          label={t('pipelines.remove_people')}
          kinds={MEMBERS}
          value={remove.map(asMember)}
          onChange={(people) => onChange({ remove: people.map(idOf) })}
          error={said('remove')}
        />
      )}
      <PeopleField
        label={t('pipelines.add_people')}
        kinds={MEMBERS}
        value={add.map(asMember)}
        onChange={(people) => onChange({ add: people.map(idOf) })}
        error={said('add')}
      />
    </div>
  )
}

/** Who does the job afterwards (ASG-1): people, and roles that stand for whoever holds them for the client. */
export function AssigneeChanges({ automation, problems, onChange }: Props<'update_job_assignees'>) {
  const t = useText()
  const said = useSaid(problems)
  const { clear, add, remove } = automation
  return (
    <div className={styles.fields}>
      <Checkbox
        label={t('pipelines.clear_assignees')}
        checked={clear}
        onChange={(event) => onChange({ clear: event.currentTarget.checked })}
      />
      {!clear && (
        <PeopleField
          label={t('pipelines.remove_people')}
          kinds={EVERYBODY}
          value={remove}
          onChange={(people) => onChange({ remove: people })}
          error={said('remove')}
        />
      )}
      <PeopleField
        label={t('pipelines.add_people')}
        kinds={EVERYBODY}
        value={add}
        onChange={(people) => onChange({ add: people })}
        error={said('add')}
      />
    </div>
  )
}

const MEMBERS = ['member'] as const
const EVERYBODY = ['member', 'role'] as const

/** The problem of one of the two lists; that nothing is asked for stands with the second. */
function useSaid(problems: PlacedProblem[]) {
  const problemText = useProblemText()
  const unchanged = problems.find((it) => it.code === 'people_unchanged')
  return (field: 'add' | 'remove') => {
    const problem = ofField(problems, field)[0] ?? (field === 'add' ? unchanged : undefined)
    return problem && problemText(problem)
  }
}

function asMember(id: MemberId): Assignee {
  return { kind: 'member', id }
}

function idOf({ id }: Assignee): MemberId {
  return id as MemberId
}

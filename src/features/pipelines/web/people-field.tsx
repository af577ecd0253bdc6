import { MultiSelect } from '@mantine/core'
import type { Assignee } from '#engine/core/pipeline.ts'
import type { MemberId, RoleId } from '#kernel/ids.ts'
import { useText } from '#web/text.tsx'
import { useEditor } from './editor-context.tsx'

export type PeopleFieldProps = {
  label: string
  value: readonly Assignee[]
  onChange: (people: Assignee[]) => void
  /** roles too, which stand for whoever holds them for the client then (D-17) */
  kinds: readonly Assignee['kind'][]
  error?: string | undefined
}

/** Chooses colleagues, and roles, by name. */
export function PeopleField({ label, value, onChange, kinds, error }: PeopleFieldProps) {
  const t = useText()
  const { vocabulary } = useEditor()
  const named = { member: vocabulary.members, role: vocabulary.roles }
  const offered = kinds.flatMap((kind) => named[kind].map(({ id, name }) => ({ value: `${kind}/${id}`, label: name })))
  const known = new Set(offered.map((it) => it.value))
  const gone = value.map(key).filter((id) => !known.has(id))
  const groups = kinds.map((kind) => ({
    group: t(`pipelines.people_${kind}`),
    items: offered.filter((it) => it.value.startsWith(`${kind}/`)),
  }))
  const lost = {
    group: t('pipelines.people_gone'),
    items: gone.map((id) => ({ value: id, label: t('pipelines.person_gone') })),
  }
  return (
    <MultiSelect
      label={label}
      data={[...groups, lost].filter((group) => group.items.length > 0)}
      value={value.map(key)}
      onChange={(chosen) => onChange(chosen.map(asAssignee))}
      placeholder={value.length === 0 ? t('pipelines.choose_people') : ''}
      searchable
      error={error}
      nothingFoundMessage={t('pipelines.nobody_found')}
    />
  )
}

function key({ kind, id }: Assignee): string {
  return `${kind}/${id}`
}

function asAssignee(text: string): Assignee {
  const [kind, id] = text.split('/')
  return kind === 'role' ? { kind, id: id as RoleId } : { kind: 'member', id: id as MemberId }
}

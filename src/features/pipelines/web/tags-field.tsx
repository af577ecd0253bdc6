import { TagsInput } from '@mantine/core'
import { useState } from 'react'
import type { TagId } from '#kernel/ids.ts'
import { useText } from '#web/text.tsx'
import { useEditor } from './editor-context.tsx'

export type TagsFieldProps = {
  label: string
  value: readonly string[]
  onChange: (ids: TagId[]) => void
  error?: string | undefined
}

/** Chooses tags by name; a name that does not exist yet becomes a tag where the member may make one (STG-6). */
export function TagsField({ label, value, onChange, error }: TagsFieldProps) {
  const t = useText()
  const { tags, makeTag } = useEditor()
  const [refused, setRefused] = useState<string | null>(null)
  const ids = new Map([...tags].map(([id, name]) => [name.toLowerCase(), id as TagId]))
  const gone = t('pipelines.tag_gone')
  const names = value.map((id, at) => tags.get(id) ?? `${gone} ${at + 1}`)
  const idOf = async (name: string): Promise<TagId | null> => {
    const at = names.indexOf(name)
    if (at >= 0) return value[at] as TagId
    return ids.get(name.trim().toLowerCase()) ?? (makeTag ? await makeTag(name.trim()) : null)
  }
  const change = async (chosen: string[]) => {
    setRefused(null)
    const found = await Promise.all(chosen.map(idOf))
    const missing = chosen.find((_, at) => found[at] === null)
    if (missing) setRefused(missing)
    onChange([...new Set(found.filter((id) => id !== null))])
  }
  return (
    <TagsInput
      label={label}
      value={names}
      data={[...tags.values()]}
      onChange={(chosen) => void change(chosen)}
      error={refused ? t('pipelines.tag_not_made', { name: refused }) : error}
      placeholder={value.length === 0 ? t(makeTag ? 'pipelines.choose_or_make_tag' : 'pipelines.choose_tag') : ''}
      splitChars={[]}
      acceptValueOnBlur={false}
      maxLength={60}
      maxDropdownHeight={240}
      isDuplicate={(name, chosen) => chosen.some((it) => it.toLowerCase() === name.toLowerCase())}
    />
  )
}

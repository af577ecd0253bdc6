import { Select } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#web/text.tsx'
import styles from './condition-tree.module.css'
import { useEditor } from './editor-context.tsx'

const NEW = 'new'

/** Chooses one tag; a name that does not exist yet can be made one where the member may (STG-6). */
export function TagPick({ value, onChange }: { value: string; onChange: (tagId: string) => void }) {
  const t = useText()
  const { tags, makeTag } = useEditor()
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const isKnown = [...tags.values()].some((it) => it.toLowerCase() === name.toLowerCase())
  const offered = [...tags].map(([id, label]) => ({ value: id, label }))
  const made = makeTag && name !== '' && !isKnown ? [{ value: NEW, label: t('pipelines.make_tag', { name }) }] : []
  const choose = async (id: string | null) => {
    const chosen = id === NEW ? await makeTag?.(name) : id
    if (chosen) onChange(chosen)
  }
  return (
    <Select
      size="xs"
      className={styles.pick}
      aria-label={t('pipelines.line_tag')}
      placeholder={t('pipelines.choose_tag')}
      data={[...offered, ...made]}
      value={tags.has(value) ? value : null}
      searchable
      allowDeselect={false}
      onSearchChange={setTyped}
      filter={({ options, search }) =>
        options.filter(
          (it) => 'value' in it && (it.value === NEW || it.label.toLowerCase().includes(search.toLowerCase().trim())),
        )
      }
      onChange={(id) => void choose(id)}
    />
  )
}

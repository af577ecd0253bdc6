import { useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { ColorName } from '#web/design/color-name.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { LinkButton, TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useText } from '#web/text.tsx'
import { type Tag, tagsContract } from '../contract.ts'
import { TagDrawer } from './tag-drawer.tsx'
import styles from './tags-table.module.css'

/** All tags, with how many clients have each; who may manage them opens one by its name. */
export function TagsTable({ onAdd }: { onAdd: (() => void) | null }) {
  const t = useText()
  const tags = useEndpoint(tagsContract.listTags, {}, { hears: ['accounts'] })
  const [openId, setOpenId] = useState<string | null>(null)
  const open = tags.data?.items.find((tag) => tag.id === openId)
  const columns: Column<Tag>[] = [
    {
      key: 'name',
      title: t('tags.name'),
      cell: ({ id, name }) => (onAdd ? <LinkButton onClick={() => setOpenId(id)}>{name}</LinkButton> : name),
    },
    { key: 'color', title: t('tags.color'), width: '200px', cell: ({ color }) => <ColorName color={color} /> },
  ]
  if (onAdd) {
    columns.push({
      key: 'clients',
      title: t('tags.clients'),
      width: '120px',
      align: 'end',
      cell: ({ id, accounts }) => <TextLink to={`/clients?tag=${id}`}>{accounts}</TextLink>,
    })
  }
  if (tags.error) return <ProblemNote problem={tags.error} onRetry={() => void tags.refetch()} />
  const start = onAdd ? { action: { label: t('tags.add'), onPress: onAdd } } : {}
  return (
    <>
      <p className={styles.about}>{t('tags.about')}</p>
      <Table
        label={t('tags.title')}
        columns={columns}
        rows={tags.data?.items}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        empty={<EmptyState title={t('tags.none')} text={t('tags.none_text')} {...start} />}
      />
      {open && <TagDrawer tag={open} onClose={() => setOpenId(null)} />}
    </>
  )
}

import { Avatars } from '#web/design/avatar.tsx'
import { State } from '#web/design/state-dot.tsx'
import type { Column } from '#web/design/table.tsx'
import { Tags } from '#web/design/tag.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import type { AccountRow } from '../schemas.ts'
import styles from './clients-columns.module.css'

/** What the list says of each client. */
export function useClientColumns(): Column<AccountRow>[] {
  const t = useText()
  const me = useMember().member.id
  return [
    { key: 'name', title: t('clients.name'), cell: ({ name }) => name },
    { key: 'id', title: t('clients.id'), width: '88px', dim: true, cell: ({ shortId }) => shortId },
    {
      key: 'type',
      title: t('clients.type'),
      width: '104px',
      dim: true,
      hide: 'narrow',
      cell: ({ type }) => t(`clients.type_${type}`),
    },
    {
      key: 'tags',
      title: t('clients.tags'),
      width: '220px',
      cell: ({ tags }) => tags.length > 0 && <Tags names={tags.map((tag) => tag.name)} most={2} />,
    },
    {
      key: 'team',
      title: t('clients.team'),
      width: '104px',
      cell: ({ members }) =>
        members.length > 0 ? (
          <Avatars people={members.map(({ id, name }) => ({ name, you: id === me }))} />
        ) : (
          <span className={styles.nobody}>{t('clients.nobody')}</span>
        ),
    },
    {
      key: 'contacts',
      title: t('clients.contacts'),
      width: '88px',
      align: 'end',
      hide: 'narrow',
      cell: ({ contactCount }) => contactCount,
    },
    {
      key: 'portal',
      title: t('clients.portal'),
      width: '104px',
      cell: ({ login }) =>
        login ? (
          <span className={styles.on}>{t('clients.portal_on')}</span>
        ) : (
          <State state="off">{t('clients.portal_off')}</State>
        ),
    },
  ]
}

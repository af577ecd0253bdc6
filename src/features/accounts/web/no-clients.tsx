import { EmptyState } from '#web/design/empty-state.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import type { ClientsSearch } from './clients-search.ts'

/** Nothing to list: no client fits, none is his, or there are none at all; then how to begin. */
export function NoClients({ search, onClear }: { search: ClientsSearch; onClear: () => void }) {
  const t = useText()
  const [mayImport, mayAdd] = [useRight('manage_contacts'), useRight('manage_accounts')]
  const seesAll = useRight('view_all_accounts')
  if (Object.keys(search).length > 0) {
    const action = { label: t('clients.clear_filters'), onPress: onClear }
    return <EmptyState title={t('clients.none_found')} action={action} />
  }
  if (!seesAll) return <EmptyState title={t('clients.none_yours')} text={t('clients.none_yours_text')} />
  return (
    <EmptyState
      title={t('clients.none')}
      text={t('clients.none_text')}
      {...(mayImport ? { action: { label: t('clients.none_import'), to: '/clients/import' } } : {})}
      {...(mayAdd ? { link: { label: t('clients.none_add'), to: '/clients/new' } } : {})}
    />
  )
}

import { ActionIcon, Button } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDots } from '@tabler/icons-react'
import { useAct } from '#web/api/hooks.ts'
import { ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { Menu } from '#web/design/pop-up.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { accountsContract } from '../contract.ts'
import type { Account } from '../schemas.ts'

/** What can be done with the client itself, beside its name. */
export function ClientActions({ account }: { account: Account }) {
  const t = useText()
  const mayManage = useRight('manage_accounts')
  const setState = useSetState(account)
  if (!mayManage) return null
  const isArchived = account.state === 'archived'
  const Icon = isArchived ? IconArchiveOff : IconArchive
  return (
    <>
      <Button component={AppLink} to={`/clients/${account.id}/edit`}>
        {t('clients.edit')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t('ui.more')}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon {...ICON} />} onClick={() => setState(isArchived ? 'active' : 'archived')}>
            {t(isArchived ? 'clients.restore' : 'clients.archive')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

/** Says that a client is archived, and how to take it back. */
export function ArchivedNote({ account }: { account: Account }) {
  const t = useText()
  const mayManage = useRight('manage_accounts')
  const setState = useSetState(account)
  if (account.state === 'active') return null
  const restore = (
    <Button size="xs" onClick={() => setState('active')}>
      {t('clients.restore')}
    </Button>
  )
  return (
    <Note tone="wait" title={t('clients.archived_note')} actions={mayManage && restore}>
      {t('clients.archived_text')}
    </Note>
  )
}

/** Archives or takes back, and offers to undo it (ACC-4). */
function useSetState({ id, name }: Account): (state: Account['state']) => void {
  const t = useText()
  const say = useToast()
  const act = useAct(accountsContract.setAccountState, { touches: ['account-ids', 'contacts', 'jobs'] })
  const set = async (state: Account['state'], undo?: () => void) => {
    const done = await act.run({ params: { id }, body: { state } })
    const said = t(state === 'archived' ? 'clients.was_archived' : 'clients.was_restored', { name })
    if (done) say(said, undo ? { undo } : {})
  }
  return (state) => void set(state, () => void set(state === 'archived' ? 'active' : 'archived'))
}

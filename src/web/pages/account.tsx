import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import type { Account } from '#features/accounts/schemas.ts'
import { AddContactDrawer } from '#features/accounts/web/add-contact-drawer.tsx'
import { ArchivedNote, ClientActions } from '#features/accounts/web/client-head.tsx'
import { ClientFacts, ClientTags, ClientTeam } from '#features/accounts/web/client-side.tsx'
import { ContactDrawer } from '#features/accounts/web/contact-drawer.tsx'
import { ContactsPanel } from '#features/accounts/web/contacts-panel.tsx'
import { EditClientDrawer } from '#features/accounts/web/edit-client-drawer.tsx'
import { HistoryList } from '#features/activity/web/history-list.tsx'
import { DocumentsPanel } from '#features/documents/web/documents-panel.tsx'
import { ClientWork } from '#features/portal/web/client-work.tsx'
import { ClientRoles } from '#features/roles/web/client-roles.tsx'
import type { AccountId } from '#kernel/ids.ts'
import { useEndpoint } from '../api/hooks.ts'
import { ICON } from '../design/icon.ts'
import { Page } from '../design/page.tsx'
import { ProblemNote } from '../design/problem-note.tsx'
import { SkeletonLines } from '../design/skeleton.tsx'
import { useText } from '../text.tsx'
import styles from './account.module.css'
import { AccountWork } from './account-work.tsx'
import { AddJobsDialog } from './dialogs.ts'

/** One client: people, work, documents; beside them what is known, whose it is, and its history. */
export function AccountPage() {
  const t = useText()
  const { account, problem, retry } = useAccount()
  return (
    <Page title={account?.name ?? t('clients.name')} actions={account && <Actions account={account} />}>
      <ProblemNote problem={problem} onRetry={retry} />
      {!account && !problem && <SkeletonLines lines={8} />}
      {account && (
        <>
          <ArchivedNote account={account} />
          <div className={styles.columns}>
            <div className={styles.main}>
              <MainPanels account={account} />
            </div>
            <div className={styles.side}>
              <SidePanels account={account} />
            </div>
          </div>
        </>
      )}
      <Outlet />
    </Page>
  )
}

/** What is being done for the client: a slice's panel takes the account's id and is a Section. */
function MainPanels({ account }: { account: Account }) {
  return (
    <>
      <AccountWork accountId={account.id as AccountId} />
      <ClientWork accountId={account.id as AccountId} />
      <ContactsPanel account={account} />
      <DocumentsPanel accountId={account.id} />
    </>
  )
}

/** What is known of the client. */
function SidePanels({ account }: { account: Account }) {
  return (
    <>
      <ClientFacts account={account} />
      <ClientTags account={account} />
      <ClientTeam account={account} />
      <ClientRoles accountId={account.id} />
      <div className={styles.history}>
        <HistoryList thing="clients" id={account.id} />
      </div>
    </>
  )
}

function Actions({ account }: { account: Account }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <Button onClick={() => setAdding(true)} leftSection={<IconPlus {...ICON} />}>
        {t('add.title')}
      </Button>
      <ClientActions account={account} />
      {adding && <AddJobsDialog accountIds={[account.id]} onClose={() => setAdding(false)} />}
    </>
  )
}

export function EditPanel() {
  const { account, close } = useAccount()
  return account ? <EditClientDrawer account={account} onClose={close} /> : null
}

export function AddContactPanel() {
  const { account, close } = useAccount()
  return account ? <AddContactDrawer account={account} onClose={close} /> : null
}

export function ContactPanel() {
  const { account, close } = useAccount()
  const { contactId = '' } = useParams({ strict: false })
  return account ? <ContactDrawer account={account} contactId={contactId} onClose={close} /> : null
}

function useAccount() {
  const { accountId = '' } = useParams({ strict: false })
  const navigate = useNavigate()
  const asked = useEndpoint(
    accountsContract.getAccount,
    { params: { id: accountId } },
    { hears: ['contacts', 'tags', 'members'] },
  )
  const close = () => void navigate({ to: `/clients/${accountId}` })
  return { account: asked.data, problem: asked.error, retry: () => void asked.refetch(), close }
}

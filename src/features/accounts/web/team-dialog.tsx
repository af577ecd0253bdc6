import { useText } from '#web/text.tsx'
import { accountsContract } from '../contract.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { useTeamChoices } from './choices.ts'

/** Assigns team members to clients and takes them off; `onClose` hears how many changed, or null. */
export function TeamDialog({
  accountIds,
  onClose,
}: {
  accountIds: string[]
  onClose: (changed: number | null) => void
}) {
  const t = useText()
  const words = {
    title: t('clients.team_of', { count: accountIds.length }),
    add: t('clients.assign'),
    remove: t('clients.unassign'),
    placeholder: t('clients.pick_members'),
    none: null,
  }
  const choices = useTeamChoices()
  const endpoint = accountsContract.changeAccountTeam
  return <ChangeDialog {...{ endpoint, words, choices, accountIds, onClose }} />
}

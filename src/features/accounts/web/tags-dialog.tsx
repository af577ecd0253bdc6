import { useText } from '#web/text.tsx'
import { accountsContract } from '../contract.ts'
import { ChangeDialog } from './change-dialog.tsx'
import { useTagChoices } from './choices.ts'

/** Puts tags on clients and takes tags off them; `onClose` hears how many changed, or null. */
export function TagsDialog({
  accountIds,
  onClose,
}: {
  accountIds: string[]
  onClose: (changed: number | null) => void
}) {
  const t = useText()
  const words = {
    title: t('clients.tags_of', { count: accountIds.length }),
    add: t('clients.put_on'),
    remove: t('clients.take_off'),
    placeholder: t('clients.pick_tags'),
    none: t('clients.no_tags'),
  }
  const choices = useTagChoices()
  const endpoint = accountsContract.changeAccountTags
  return <ChangeDialog {...{ endpoint, words, choices, accountIds, onClose }} />
}

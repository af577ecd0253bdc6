import { Button, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Stack } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import type { accountsContract } from '../contract.ts'
import type { Choice } from './choices.ts'

export type ChangeDialogProps = {
  endpoint: typeof accountsContract.changeAccountTags | typeof accountsContract.changeAccountTeam
  words: { title: string; add: string; remove: string; placeholder: string; none: string | null }
  choices: Choice[]
  accountIds: string[]
  /** how many clients changed; null where nothing was done */
  onClose: (changed: number | null) => void
}

/** What chosen clients get and what they lose; whatever is not named stays as it is (ACC-7). */
export function ChangeDialog({ endpoint, words, choices, accountIds, onClose }: ChangeDialogProps) {
  const t = useText()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const act = useAct(endpoint, { touches: ['accounts', 'tags'], onDone: ({ changed }) => onClose(changed) })
  const without = (taken: string[]) => choices.filter(({ value }) => !taken.includes(value))
  const pick = { placeholder: words.placeholder, searchable: true, clearable: true } as const
  return (
    <Dialog
      opened
      title={words.title}
      onClose={() => onClose(null)}
      buttons={
        <>
          <Button variant="subtle" onClick={() => onClose(null)}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="filled"
            disabled={add.length + remove.length === 0}
            loading={act.isRunning}
            onClick={() => void act.run({ body: { accountIds, add, remove } })}
          >
            {t('clients.change_all', { count: accountIds.length })}
          </Button>
        </>
      }
    >
      <Stack>
        {words.none && choices.length === 0 && <p>{words.none}</p>}
        <MultiSelect {...pick} label={words.add} data={without(remove)} value={add} onChange={setAdd} />
        <MultiSelect {...pick} label={words.remove} data={without(add)} value={remove} onChange={setRemove} />
        <ProblemNote problem={act.problem} />
      </Stack>
    </Dialog>
  )
}

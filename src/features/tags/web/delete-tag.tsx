import { Button } from '@mantine/core'
import { useState } from 'react'
import { useAct } from '#web/api/hooks.ts'
import { ConfirmInNumbers } from '#web/design/confirm-in-numbers.tsx'
import { useToast } from '#web/design/toast.tsx'
import { UsesNote } from '#web/design/uses-note.tsx'
import { useText } from '#web/text.tsx'
import { type Tag, type TagUses, tagsContract } from '../contract.ts'

/** Deletes a tag, after saying how many clients lose it; what still names it keeps it. */
export function DeleteTag({ tag: { id, name, accounts }, onDeleted }: { tag: Tag; onDeleted: () => void }) {
  const t = useText()
  const say = useToast()
  const [asking, setAsking] = useState(false)
  const act = useAct(tagsContract.deleteTag, {
    touches: ['accounts', 'pipelines'],
    onDone: () => {
      say(t('tags.deleted', { name }))
      onDeleted()
    },
  })
  const uses = act.problem?.code === 'in_use' ? (act.problem.detail as TagUses) : null
  const close = () => {
    setAsking(false)
    act.reset()
  }
  return (
    <>
      <Button variant="subtle" color="late" onClick={() => setAsking(true)}>
        {t('tags.delete')}
      </Button>
      <ConfirmInNumbers
        opened={asking}
        title={t('tags.delete_of', { name })}
        lines={[{ count: accounts ?? 0, text: t('tags.delete_clients', { count: accounts ?? 0 }) }]}
        confirm={t('tags.delete')}
        danger
        isRunning={act.isRunning}
        problem={uses ? null : act.problem}
        onConfirm={() => void act.run({ params: { id }, query: { accounts: 'untag' } })}
        onClose={close}
      >
        {uses && (
          <UsesNote
            title={t('tags.used')}
            places={[
              { kind: t('tags.used_pipeline'), things: uses.pipelines },
              { kind: t('tags.used_template'), things: uses.templates },
            ]}
          />
        )}
      </ConfirmInNumbers>
    </>
  )
}

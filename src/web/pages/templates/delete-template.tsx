import { pipelinesContract } from '#features/pipelines/contract.ts'
import type { TemplateSummary } from '#features/templates/contract.ts'
import { useAct } from '../../api/hooks.ts'
import { ConfirmInNumbers } from '../../design/confirm-in-numbers.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { TextLink } from '../../design/link.tsx'
import { useReturnedFocus } from '../../design/returned-focus.ts'
import { useToast } from '../../design/toast.tsx'
import { useText } from '../../text.tsx'

type Uses = { pipelines: { id: string; name: string }[]; others: number }

/** Asks before a template is deleted; one that pipelines use says which, and stays (FAIL-1). */
export function DeleteTemplate({ template, onClose }: { template: TemplateSummary; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { id, name } = template
  useReturnedFocus()
  const act = useAct(pipelinesContract.deleteTemplate, {
    onDone: () => {
      toast(t('templates.deleted', { name }))
      onClose()
    },
  })
  if (act.problem?.code === 'in_use') return <InUse name={name} uses={act.problem.detail as Uses} onClose={onClose} />
  return (
    <ConfirmInNumbers
      opened
      danger
      title={t('templates.delete_title', { name })}
      confirm={t('templates.delete_confirm')}
      isRunning={act.isRunning}
      problem={act.problem}
      onConfirm={() => void act.run({ params: { id } })}
      onClose={onClose}
    >
      <p>{t('templates.delete_text')}</p>
    </ConfirmInNumbers>
  )
}

function InUse({ name, uses, onClose }: { name: string; uses: Uses; onClose: () => void }) {
  const t = useText()
  return (
    <Dialog opened title={t('templates.in_use', { name })} onClose={onClose}>
      <p>{t('templates.in_use_text')}</p>
      <ul>
        {uses.pipelines.map((pipeline) => (
          <li key={pipeline.id}>
            <TextLink to={`/templates/pipelines/${pipeline.id}`}>{pipeline.name}</TextLink>
          </li>
        ))}
        {uses.others > 0 && <li>{t('templates.in_use_others', { count: uses.others })}</li>}
      </ul>
    </Dialog>
  )
}

import { Select } from '@mantine/core'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import { AutomationPicks } from './automation-picks.tsx'
import type { Automation } from './automation-text.ts'
import { useStages } from './use-board.ts'
import type { MoveChoices } from './use-move-choices.ts'

type FirstStageProps = {
  pipelineId: string
  stageId: string | null
  onStage: (id: string | null) => void
  choices: MoveChoices
}

/** Where new jobs start, what that stage does with each of them, and what it tells the client. */
export function FirstStage({ pipelineId, stageId, onStage, choices }: FirstStageProps) {
  const t = useText()
  const stages = useStages(pipelineId)
  const stage = stages.find(({ id }) => id === stageId) ?? stages[0]
  return (
    <>
      <Select
        label={t('add.stage')}
        data={stages.map(({ id, name }) => ({ value: id, label: name }))}
        value={stage?.id ?? null}
        onChange={onStage}
      />
      {stage && stage.automations.length > 0 && (
        <Section title={t('board.automations_of', { stage: stage.name })}>
          <AutomationPicks
            automations={stage.automations}
            off={choices.off}
            onOff={choices.setOff}
            shown={choices.shown}
            onShow={choices.show}
          />
        </Section>
      )}
    </>
  )
}

/** Mails that each contact of a client may get: one for all that the stage sends, tells and that is ticked. */
export function useMails(pipelineId: string | null, stageId: string | null, choices: MoveChoices): number {
  const stage = useStages(pipelineId).find(({ id }, at) => (stageId ? id === stageId : at === 0))
  return (
    stage?.automations.filter((automation) => !choices.off.has(automation.id) && mails(automation, choices)).length ?? 0
  )
}

function mails({ id, kind, clientStatus }: Automation, { shown }: MoveChoices): boolean {
  switch (kind) {
    case 'create_organizer':
    case 'send_email':
      return true
    case 'update_client_status':
      return clientStatus?.notify === true && (shown.get(id) ?? clientStatus.visible)
    case 'create_task':
    case 'update_account_tags':
    case 'update_account_access':
    case 'update_job_assignees':
      return false
  }
}

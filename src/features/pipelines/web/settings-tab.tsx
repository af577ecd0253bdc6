import { Button, MultiSelect, TextInput } from '@mantine/core'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { teamContract } from '#features/team/contract.ts'
import type { MemberId } from '#kernel/ids.ts'
import { useFieldText } from '#web/api/form.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { FieldRow } from '#web/design/field-row.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'
import type { PipelineView } from '../schemas.ts'
import { CardFieldsSetting, SortSetting } from './board-settings.tsx'
import { JobTemplateSetting } from './job-template-setting.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'
import { RecurrenceSetting } from './recurrence-setting.tsx'
import styles from './settings-tab.module.css'
import { type SettingsState, useSettings } from './use-settings.ts'

/** What holds for the pipeline as a whole, at once and without publishing (SET-1 to SET-6). */
export function SettingsTab() {
  const { view } = useOpenPipeline().kept
  const state = useSettings()
  if (!view.mayEdit) return <Navigate to="/templates/pipelines/$id" params={{ id: view.id }} replace />
  return (
    <div className={styles.settings}>
      <Name key={view.name} view={view} inTurn={state.inTurn} />
      <AvailableTo key={view.availableTo.map((member) => member.id).join()} view={view} inTurn={state.inTurn} />
      <SortSetting {...state} />
      <CardFieldsSetting {...state} />
      <JobTemplateSetting {...state} />
      <RecurrenceSetting {...state} />
      <ProblemNote problem={state.problem} />
    </div>
  )
}

type PartProps = Pick<SettingsState, 'inTurn'> & { view: PipelineView }

function Name({ view, inTurn }: PartProps) {
  const t = useText()
  const toast = useToast()
  const fieldText = useFieldText()
  const { keeper } = useOpenPipeline()
  const [name, setName] = useState(view.name)
  const act = useAct(pipelinesContract.renamePipeline, { onDone: () => toast(t('pipelines.renamed')) })
  const problem = act.problem?.fields[0]
  const save = () =>
    inTurn(async (ifMatch) => {
      const renamed = await act.run({ params: { id: view.id }, body: { name }, ifMatch })
      if (renamed) keeper.adopt(renamed)
      return renamed !== null
    })
  return (
    <FieldRow label={t('pipelines.name')} help={t('pipelines.name_help')}>
      <form
        className={styles.name}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <TextInput
          aria-label={t('pipelines.name')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          error={problem && fieldText(problem)}
        />
        <Button type="submit" loading={act.isRunning} disabled={name.trim() === view.name}>
          {t('ui.save')}
        </Button>
      </form>
      {act.problem && !problem && <ProblemNote problem={act.problem} />}
    </FieldRow>
  )
}

function AvailableTo({ view, inTurn }: PartProps) {
  const t = useText()
  const { keeper } = useOpenPipeline()
  const team = useEndpoint(teamContract.listTeam, {})
  const [chosen, setChosen] = useState<string[]>(view.availableTo.map((member) => member.id))
  const act = useAct(pipelinesContract.setAvailability)
  const names = new Map<string, string>(view.availableTo.map(({ id, name }) => [id, name]))
  for (const member of team.data?.items ?? []) {
    if (member.role === 'employee' && member.state !== 'deactivated') names.set(member.id, member.name)
  }
  const change = async (memberIds: string[]) => {
    setChosen(memberIds)
    const body = { memberIds: memberIds as MemberId[] }
    await inTurn(async (ifMatch) => {
      const changed = await act.run({ params: { id: view.id }, body, ifMatch })
      if (changed) keeper.adopt(changed)
      else setChosen(view.availableTo.map((member) => member.id))
      return changed !== null
    })
  }
  return (
    <FieldRow label={t('pipelines.available_to')} help={t('pipelines.available_to_help')}>
      <MultiSelect
        aria-label={t('pipelines.available_to')}
        data={[...names].map(([value, label]) => ({ value, label }))}
        value={chosen}
        searchable
        placeholder={chosen.length === 0 ? t('pipelines.only_admins') : ''}
        nothingFoundMessage={t(team.data ? 'pipelines.nobody_found' : 'ui.loading')}
        onChange={(memberIds) => void change(memberIds)}
      />
      <ProblemNote problem={act.problem} />
    </FieldRow>
  )
}

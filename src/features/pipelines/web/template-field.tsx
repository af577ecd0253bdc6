import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { TEMPLATE_KIND, type TemplateKind } from '#engine/core/pipeline.ts'
import { templatesContract } from '#features/templates/contract.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { TextLink } from '#web/design/link.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { useEditor } from './editor-context.tsx'
import { NewTemplate } from './new-template.tsx'
import styles from './template-field.module.css'

export type TemplateFieldProps = {
  kind: keyof typeof TEMPLATE_KIND
  value: TemplateId | null
  onChange: (id: TemplateId) => void
  error?: string | undefined
}

const MOST = 50

/** Picks the template an automation uses, or makes one in place. */
export function TemplateField({ kind, value, onChange, error }: TemplateFieldProps) {
  const t = useText()
  const { templateName, nameTemplate } = useEditor()
  const [making, setMaking] = useState(false)
  const mayMake = useRight('manage_templates')
  const templateKind = TEMPLATE_KIND[kind]
  const current = templateName(value)
  const { offered, find, isLoading } = useOffered(templateKind, current)
  if (value && current) offered.set(value, current)
  const choose = (id: string, name: string) => {
    nameTemplate(id, name)
    onChange(id as TemplateId)
  }
  return (
    <div className={styles.field}>
      <Select
        label={t('pipelines.template')}
        placeholder={value ? t('pipelines.template_gone') : t('pipelines.choose_template')}
        data={[...offered].map(([id, label]) => ({ value: id, label }))}
        value={current ? value : null}
        searchable
        onSearchChange={find}
        filter={({ options }) => options}
        nothingFoundMessage={t(isLoading ? 'ui.loading' : 'pipelines.no_such_template')}
        onChange={(id) => id && choose(id, offered.get(id) ?? '')}
        error={error}
      />
      <p className={styles.acts}>
        {mayMake && (
          <Button size="xs" variant="subtle" leftSection={<IconPlus {...SMALL_ICON} />} onClick={() => setMaking(true)}>
            {t(`pipelines.new_${templateKind}`)}
          </Button>
        )}
        {value && current && (
          <TextLink to={`/templates/${templateKind}s/${value}`}>{t('pipelines.open_template')}</TextLink>
        )}
      </p>
      {making && (
        <NewTemplate
          kind={templateKind}
          onMade={({ id, name }) => {
            setMaking(false)
            choose(id, name)
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </div>
  )
}

/** The templates of a kind whose names hold what is being typed, by id; all of them while the chosen one stands there. */
function useOffered(kind: TemplateKind, current: string | null) {
  const [search, find] = useState('')
  const query = { kind, limit: MOST, ...(search && search !== current ? { search } : {}) }
  const { data, isLoading } = useEndpoint(templatesContract.listTemplates, { query }, { keepPrevious: true })
  const offered = new Map<string, string>((data?.items ?? []).map(({ id, name }) => [id, name]))
  return { offered, find, isLoading }
}

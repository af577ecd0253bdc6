import { ActionIcon } from '@mantine/core'
import { IconCopy, IconDots } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { queryKeyOf, useAct } from '#web/api/hooks.ts'
import { asProblem } from '#web/api/problem.ts'
import { ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { organizersContract } from '../../contract.ts'
import type { OrganizerTemplateView } from '../../schemas.ts'

/** What else can be done with the whole template, as it was saved last. */
export function EditorMenu({ template }: { template: OrganizerTemplateView }) {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  const queries = useQueryClient()
  const { history } = useRouter()
  const copy = useAct(organizersContract.copyOrganizerTemplate, {
    touches: ['templates'],
    onDone: (made) => {
      queries.setQueryData(queryKeyOf(organizersContract.getOrganizerTemplate, { params: { id: made.id } }), made)
      toast(t('orgedit.copied', { name: made.name }))
      history.push(`/templates/organizers/${made.id}`)
    },
    onProblem: (problem) => toast(textOr(`refusal.${asProblem(problem).code}`, 'refusal.bug'), { failed: true }),
  })
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label={t('orgedit.template_menu')}>
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => void copy.run({ params: { id: template.id } })}>
          {t('orgedit.copy_template')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

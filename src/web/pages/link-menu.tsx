import { IconLink } from '@tabler/icons-react'
import { useState } from 'react'
import { ItemJobsDialog, type ItemJobsProps } from '#features/jobs/web/item-jobs.tsx'
import { useLinkable } from '#features/jobs/web/use-linkable-items.ts'
import { ICON } from '../design/icon.ts'
import { Menu } from '../design/pop-up.tsx'
import { useText } from '../text.tsx'

/** For a list of tasks or organizers: links a row to jobs and unlinks it, for those who may (J-32, J-34). */
export function useLinkMenu(kind: ItemJobsProps['kind']) {
  const t = useText()
  const mayLink = useLinkable().includes(kind)
  const [item, setItem] = useState<{ id: string; name: string } | null>(null)
  const menu = (row: { id: string; name: string }) => (
    <Menu.Item leftSection={<IconLink {...ICON} />} onClick={() => setItem(row)}>
      {t('link.to_jobs')}
    </Menu.Item>
  )
  return {
    menu: mayLink ? menu : undefined,
    dialog: item && <ItemJobsDialog kind={kind} itemId={item.id} name={item.name} onClose={() => setItem(null)} />,
  }
}

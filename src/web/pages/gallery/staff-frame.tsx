import { Button } from '@mantine/core'
import {
  IconCheckbox,
  IconChecklist,
  IconHome,
  IconLayoutKanban,
  IconSettings,
  IconTemplate,
  IconUpload,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ICON } from '../../design/icon.ts'
import { Menu } from '../../design/pop-up.tsx'
import type { NavGroup } from '../../shell/side-nav.tsx'
import { StaffShell } from '../../shell/staff-shell.tsx'
import { useText } from '../../text.tsx'

/** The staff shell with the destinations that exist, around a part of the gallery. */
export function StaffFrame({ children }: { children: ReactNode }) {
  const t = useText()
  const nav: NavGroup[] = [
    [
      { to: '/gallery/home', label: t('nav.home'), icon: IconHome },
      { to: '/gallery/table', label: t('nav.clients'), icon: IconUsers },
      {
        to: '/gallery/drawer',
        label: t('nav.workflow'),
        icon: IconLayoutKanban,
        children: PIPELINES.map((label, at) => ({ to: at === 0 ? '/gallery/drawer' : `/gallery/drawer-${at}`, label })),
      },
    ],
    [
      { to: '/gallery/components', label: t('nav.organizers'), icon: IconChecklist, count: 58 },
      { to: '/gallery/menu', label: t('nav.tasks'), icon: IconCheckbox, count: 14 },
    ],
    [
      { to: '/gallery/panel', label: t('nav.templates'), icon: IconTemplate },
      { to: '/gallery/dialog', label: t('nav.settings'), icon: IconSettings },
    ],
  ]
  return (
    <StaffShell
      firm={{ name: 'Hollis & Vane' }}
      nav={nav}
      member={{ name: 'Mara Lindqvist', email: 'mara@hollisvane.example' }}
      newItems={<Menu.Item>Account</Menu.Item>}
      tools={
        <Button variant="subtle" leftSection={<IconUpload {...ICON} />}>
          6 held, 8 min
        </Button>
      }
      find={async (query) => [{ id: 'a', label: `Visser, Pieter (${query})`, group: t('nav.clients'), run() {} }]}
      onSignOut={() => {}}
    >
      {children}
    </StaffShell>
  )
}

const PIPELINES = [
  'Individual returns 2025',
  'Business returns 2025',
  'Bookkeeping monthly',
  'VAT quarterly',
  'New clients',
]

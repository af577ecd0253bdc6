import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../text.tsx'
import { ICON } from './icon.ts'
import { Menu } from './pop-up.tsx'
import type { Column } from './table.tsx'

/** The last column of a table: what is done with a row besides opening it, as `Menu.Item`s. */
export function useMenuColumn<Row>(): (name: (row: Row) => string, items: (row: Row) => ReactNode) => Column<Row> {
  const t = useText()
  return (name, items) => ({
    key: 'menu',
    title: '',
    width: '44px',
    align: 'end',
    cell: (row) => (
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" aria-label={t('table.menu', { name: name(row) })}>
            <IconDots {...ICON} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>{items(row)}</Menu.Dropdown>
      </Menu>
    ),
  })
}

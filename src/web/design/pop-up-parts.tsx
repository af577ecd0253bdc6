import {
  Menu,
  type MenuDropdownProps,
  type MenuProps,
  Popover,
  type PopoverDropdownProps,
  type PopoverProps,
} from '@mantine/core'
import { type Ref, useEffect, useLayoutEffect, useState } from 'react'

export { Menu }

type Opened<Root, Dropdown> = { root: Root & { id: string; opened: boolean }; button: HTMLElement } & Dropdown

export function OpenedMenu({ root, button, ...dropdown }: Opened<MenuProps, MenuDropdownProps>) {
  return (
    <Menu {...root} opened={useOnceDrawn(root.opened)}>
      <Menu.Target>
        <Beside button={button} />
      </Menu.Target>
      <Menu.Dropdown {...dropdown} />
    </Menu>
  )
}

export function OpenedPopover({ root, button, ...dropdown }: Opened<PopoverProps, PopoverDropdownProps>) {
  return (
    <Popover {...root} opened={useOnceDrawn(root.opened)}>
      <Popover.Target>
        <Beside button={button} />
      </Popover.Target>
      <Popover.Dropdown {...dropdown} />
    </Popover>
  )
}

/** Stands where Mantine expects the button, and shows it the one that is there already. */
function Beside({ button, ref }: { button: HTMLElement; ref?: Ref<HTMLElement> }) {
  useLayoutEffect(() => {
    if (typeof ref === 'function') ref(button)
  }, [button, ref])
  return null
}

/** Drawn closed and opened then: Mantine remembers at that moment where the focus goes back to. */
function useOnceDrawn(opened: boolean): boolean {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  return drawn && opened
}

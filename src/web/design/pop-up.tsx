import type { Menu as MantineMenu, Popover as MantinePopover, PopoverProps } from '@mantine/core'
import { useMergedRef, useUncontrolled } from '@mantine/hooks'
import {
  type ComponentProps,
  cloneElement,
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  type Ref,
  use,
  useEffect,
  useId,
  useState,
} from 'react'

/**
 * Mantine's menu and popover, used like them. What places and draws them is a tenth of the code of a board, and comes
 * when a pointer or the focus comes near the first button that has one; what is pressed sooner opens once it is there.
 * The button itself stays the same element all the while.
 */
export const Menu = Object.assign((props: PopUpProps) => <PopUp kind="menu" {...props} />, {
  Target,
  Dropdown: MenuDropdown,
  Item: menuPart('Item'),
  Label: menuPart('Label'),
  Divider: menuPart('Divider'),
  RadioGroup: menuPart('RadioGroup'),
  RadioItem: menuPart('RadioItem'),
})

export const Popover = Object.assign((props: PopUpProps) => <PopUp kind="dialog" {...props} />, {
  Target,
  Dropdown: PopoverDropdown,
})

/** What is used of what both can. */
export type PopUpProps = Pick<
  PopoverProps,
  | 'position'
  | 'width'
  | 'opened'
  | 'defaultOpened'
  | 'onChange'
  | 'onClose'
  | 'trapFocus'
  | 'returnFocus'
  | 'transitionProps'
> & { children: ReactNode }

type Parts = typeof import('./pop-up-parts.tsx')

const load = () => import('./pop-up-parts.tsx')
/** Pressing the button asks again, and says so if it fails. */
const loadEarly = () => void load().catch(() => null)

type State = {
  kind: 'menu' | 'dialog'
  /** null until somebody needed them */
  parts: Parts | null
  /** of the button; what opens has it with `-dropdown` behind */
  id: string
  button: HTMLElement | null
  hasButton: (button: HTMLElement | null) => void
  toggle: () => void
  root: Omit<PopUpProps, 'children'> & { opened: boolean }
}

function PopUp({
  kind,
  children,
  opened: given,
  defaultOpened,
  onChange,
  ...props
}: { kind: State['kind'] } & PopUpProps) {
  const id = useId()
  const [parts, setParts] = useState<Parts | null>(null)
  const [button, hasButton] = useState<HTMLElement | null>(null)
  const [opened, setOpened] = useUncontrolled({
    ...(given === undefined ? {} : { value: given }),
    defaultValue: defaultOpened ?? false,
    ...(onChange ? { onChange } : {}),
  })
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    if (opened && !parts) load().then(setParts, setFailure)
  }, [opened, parts])
  if (failure) throw failure
  const toggle = () => {
    if (kind === 'dialog' && given !== undefined) return // who says when it is open has a button that tells him
    setOpened(!opened)
    if (opened) props.onClose?.()
  }
  const root = { ...props, opened, onChange: setOpened }
  return <PopUpContext value={{ kind, parts, id, button, hasButton, toggle, root }}>{children}</PopUpContext>
}

const PopUpContext = createContext<State | null>(null)

function usePopUp(): State {
  const state = use(PopUpContext)
  if (!state) throw new Error('Menu or Popover is missing above this component')
  return state
}

type Button = {
  ref?: Ref<HTMLElement>
  onClick?: (event: MouseEvent) => void
  onKeyDown?: (event: KeyboardEvent) => void
}

/** The button: it says what it opens before that is loaded, and opens it with an arrow too where that is a menu. */
function Target({ children }: { children: ReactElement }) {
  const { kind, id, root, toggle, hasButton } = usePopUp()
  const button = children.props as Button
  return cloneElement<Record<string, unknown>>(children as ReactElement<Record<string, unknown>>, {
    id,
    ref: useMergedRef(hasButton, button.ref),
    'aria-haspopup': kind,
    'aria-expanded': root.opened,
    'aria-controls': root.opened ? `${id}-dropdown` : undefined,
    'data-expanded': root.opened || undefined,
    onPointerEnter: loadEarly,
    onFocus: loadEarly,
    onClick: (event: MouseEvent) => {
      button.onClick?.(event)
      toggle()
    },
    onKeyDown: (event: KeyboardEvent) => {
      button.onKeyDown?.(event)
      if (kind !== 'menu' || event.key !== 'ArrowDown' || event.defaultPrevented || root.opened) return
      event.preventDefault()
      toggle()
    },
  })
}

function MenuDropdown(props: ComponentProps<typeof MantineMenu.Dropdown>) {
  const { parts, button, id, root } = usePopUp()
  return parts && button && <parts.OpenedMenu root={{ ...root, id }} button={button} {...props} />
}

function PopoverDropdown(props: ComponentProps<typeof MantinePopover.Dropdown>) {
  const { parts, button, id, root } = usePopUp()
  return parts && button && <parts.OpenedPopover root={{ ...root, id }} button={button} {...props} />
}

/** What stands in a menu is drawn only where one is open. */
function menuPart<Name extends keyof typeof MantineMenu>(name: Name): (typeof MantineMenu)[Name] {
  const Part = (props: object) => {
    const Drawn = usePopUp().parts!.Menu[name] as (props: object) => ReactNode
    return <Drawn {...props} />
  }
  return Part as unknown as (typeof MantineMenu)[Name]
}

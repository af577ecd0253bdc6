import { createTheme, type VariantColorsResolver } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { createElement } from 'react'
import { ICON } from '../design/icon.ts'
import buttons from './buttons.module.css'
import choices from './choices.module.css'
import fields from './fields.module.css'
import overlays from './overlays.module.css'

/**
 * Mantine's components in our look. Sizes come from tokens (`--control`, `--fs-body`), so one theme serves staff and
 * portal: the shell sets `data-face` and everything follows.
 *
 * Buttons: `<Button>` has a border, `variant="filled"` is the one main act of a screen, `variant="subtle"` is bare,
 * `size="xs"` is small; `color="late"` with `filled` for what can't be undone. Inputs: default, or `size="xs"` for
 * picks inside a sentence. Never a responsive style prop (`mt={{ base: … }}`), `SimpleGrid`, `Grid`, `Flex` with
 * objects or `AppShell`: they make style elements, which the content security policy forbids. Lay out in CSS modules.
 */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: Array.from({ length: 10 }, () => 'var(--accent)') as unknown as AccentShades },
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'md',
  variantColorResolver: coloursOf,
  components: {
    Button: { defaultProps: { variant: 'default' }, vars: buttonSize, classNames: buttons },
    ActionIcon: {
      defaultProps: { variant: 'subtle', size: 'md' },
      vars: (_: unknown, { size }: Sized) => ({ root: { '--ai-size': heightOf(size, 'sm') } }),
      classNames: { root: buttons.icon },
    },
    CloseButton: { classNames: { root: buttons.close } },
    Input: {
      vars: (_: unknown, { size }: Sized) => ({
        wrapper: { '--input-height': heightOf(size, 'xs'), '--input-fz': fontOf(size) },
      }),
      classNames: { input: fields.input, wrapper: fields.wrapper },
    },
    InputWrapper: {
      vars: () => ({
        label: { '--input-label-size': 'var(--fs-label)' },
        description: { '--input-description-size': 'var(--fs-small)' },
        error: { '--input-error-size': 'var(--fs-small)' },
      }),
      classNames: { root: fields.field, label: fields.label, error: fields.error, description: fields.description },
    },
    Select: {
      defaultProps: {
        checkIconPosition: 'right',
        allowDeselect: false,
        /** what was typed is taken with Enter, as in any search */
        selectFirstOptionOnChange: true,
        rightSection: createElement(IconChevronDown, ICON),
      },
    },
    MultiSelect: { defaultProps: { checkIconPosition: 'right', rightSection: createElement(IconChevronDown, ICON) } },
    Pill: { classNames: { root: fields.pill } },
    Checkbox: {
      vars: () => ({ root: { '--checkbox-size': 'var(--tick-hit)', '--checkbox-icon-color': 'var(--accent-ink)' } }),
      classNames: {
        input: choices.tick,
        icon: choices.tickIcon,
        inner: choices.inner,
        body: choices.inline,
        labelWrapper: choices.inlineLabel,
        description: choices.inlineHelp,
      },
    },
    Radio: {
      vars: () => ({ root: { '--radio-size': 'var(--tick-hit)' } }),
      classNames: {
        radio: choices.radio,
        inner: choices.inner,
        body: choices.inline,
        labelWrapper: choices.inlineLabel,
      },
    },
    Switch: {
      vars: switchSize,
      classNames: { track: choices.track, input: choices.switchInput, body: choices.inline },
    },
    SegmentedControl: { classNames: { root: choices.segments, label: choices.segment, indicator: choices.indicator } },
    Tabs: { classNames: { list: choices.tabList, tab: choices.tab } },
    Combobox: { classNames: { dropdown: overlays.dropdown, option: overlays.option } },
    Popover: { defaultProps: { shadow: 'md' }, classNames: { dropdown: overlays.popover } },
    Menu: {
      defaultProps: { shadow: 'md', position: 'bottom-end', width: 'max-content', withInitialFocusPlaceholder: false },
      classNames: { dropdown: overlays.menu, item: overlays.item, label: overlays.label },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false }, classNames: { tooltip: overlays.tooltip } },
    Overlay: { classNames: { root: overlays.scrim } },
    Notification: { classNames: { root: overlays.notification, description: overlays.notificationText } },
  },
})

type Sized = { size?: string | number }
type AccentShades = [string, string, string, string, string, string, string, string, string, string]

/** Filled, bordered and bare, in the accent or, for what can't be undone, in red. */
function coloursOf({ variant, color }: Parameters<VariantColorsResolver>[0]): ReturnType<VariantColorsResolver> {
  const red = color === 'late'
  const border = '1px solid transparent'
  if (variant === 'filled') {
    return {
      background: red ? 'var(--late)' : 'var(--accent)',
      hover: red ? 'color-mix(in srgb, var(--late) 88%, var(--ink))' : 'var(--accent-hover)',
      color: red ? 'var(--surface)' : 'var(--accent-ink)',
      border,
    }
  }
  const text = red ? 'var(--late)' : variant === 'default' ? 'var(--ink)' : 'var(--ink-2)'
  const shared = { hover: 'var(--sunken)', color: text, hoverColor: red ? text : 'var(--ink)' }
  if (variant === 'default') return { background: 'var(--surface)', border: '1px solid var(--line-strong)', ...shared }
  return { background: 'transparent', border, ...shared }
}

function buttonSize(_: unknown, { size }: Sized) {
  const small = size === 'xs'
  return {
    root: {
      '--button-height': small ? 'var(--control-small)' : 'var(--control)',
      '--button-padding-x': small ? 'var(--sp-2)' : 'var(--control-pad)',
      '--button-fz': fontOf(size),
    },
  }
}

function switchSize() {
  return { root: { '--switch-height': '16px', '--switch-width': '28px', '--switch-thumb-size': '12px' } }
}

function heightOf(size: Sized['size'], small: string): string {
  return size === small ? 'var(--control-small)' : 'var(--control)'
}

function fontOf(size: Sized['size']): string {
  return size === 'xs' ? 'var(--fs-small)' : 'var(--fs-body)'
}

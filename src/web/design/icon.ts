/** How icons are drawn: `<IconX {...ICON} />`. They never speak; the label beside them does. */
export const ICON = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
export const SMALL_ICON = { size: 12, stroke: 2, 'aria-hidden': true } as const
export const LARGE_ICON = { size: 24, stroke: 1.6, 'aria-hidden': true } as const

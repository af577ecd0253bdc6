import { createContext, type ReactNode, use, useEffect, useRef, useSyncExternalStore } from 'react'

export type Key = {
  /** 'm', '?', 'escape', 'mod+k' (Ctrl or ⌘), 'shift+arrowdown' */
  keys: string
  /** what it does, for the list under `?` */
  label: string
  run: () => void
}

export type KeyGroup = { title: string; keys: Key[] }

/**
 * Keys that work while this component is shown, listed under `?`. Typing in a field is never taken for a key; while a
 * Drawer or dialog is open only keys registered inside it work. Keys without Ctrl or ⌘ can be switched off (WCAG 2.1.4).
 */
export function useKeys(title: string, keys: Key[]): void {
  const layer = use(LayerContext)
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const described = keys.map((key) => `${key.keys} ${key.label}`).join('\n')
  useEffect(() => {
    const entry = { title, layer, keys: described === '' ? [] : latest.current.map((_, at) => keyAt(latest, at)) }
    return register(entry)
  }, [title, layer, described])
}

/** What `?` shows: the keys that work right now, by group. */
export function useKeyList(): KeyGroup[] {
  return useSyncExternalStore(subscribe, () => listed)
}

/** Around what takes over the keyboard: Drawer, dialogs. */
export function KeyLayer({ children }: { children: ReactNode }) {
  const layer = use(LayerContext) + 1
  useEffect(() => register({ title: '', layer, keys: [] }), [layer])
  return <LayerContext value={layer}>{children}</LayerContext>
}

/** Whether shortcuts of a single character work on this device. */
export function useSingleKeys(): [on: boolean, set: (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => singleKeys)
  return [on, switchSingleKeys]
}

/** Whether an event is this key. Characters that need Shift ('?') match whatever Shift says. */
export function isKey(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const parts = keys.split('+')
  const key = parts.pop() ?? ''
  const mod = parts.includes('mod')
  const shiftCounts = parts.includes('shift') || /^([a-z0-9]|[a-z]{2,})$/.test(key)
  if (event.key.toLowerCase() !== key || event.altKey || mod !== (event.ctrlKey || event.metaKey)) return false
  return !shiftCounts || event.shiftKey === parts.includes('shift')
}

/** A key as people know it: 'mod+k' is "Ctrl K", or "⌘ K" on a Mac. */
export function shownKey(keys: string): string {
  const mac = /Mac|iPhone|iPad/.test(navigator.platform)
  return keys
    .split('+')
    .map((part) => (part === 'mod' ? (mac ? '⌘' : 'Ctrl') : (NAMES[part] ?? part.toUpperCase())))
    .join(' ')
}

type Entry = KeyGroup & { layer: number }

const NAMES: Record<string, string> = {
  escape: 'Esc',
  shift: '⇧',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: '↵',
}
const REMEMBERED = 'throughline.single-keys'
const LayerContext = createContext(0)
const entries = new Set<Entry>()
const hearers = new Set<() => void>()
let listed: KeyGroup[] = []
let singleKeys = typeof localStorage === 'undefined' || localStorage.getItem(REMEMBERED) !== 'off'

function keyAt(latest: { current: Key[] }, at: number): Key {
  const { keys, label } = latest.current[at]!
  return { keys, label, run: () => latest.current[at]?.run() }
}

function register(entry: Entry): () => void {
  if (entries.size === 0) window.addEventListener('keydown', onKey)
  entries.add(entry)
  changed()
  return () => {
    entries.delete(entry)
    if (entries.size === 0) window.removeEventListener('keydown', onKey)
    changed()
  }
}

function changed(): void {
  const groups = Map.groupBy(working(), (entry) => entry.title)
  listed = [...groups].map(([title, group]) => ({ title, keys: group.flatMap((entry) => entry.keys) }))
  for (const hear of hearers) hear()
}

/** The entries of the topmost layer, the newest first: it may take over a key of an older one. */
function working(): Entry[] {
  const top = Math.max(0, ...[...entries].map((entry) => entry.layer))
  return [...entries].filter((entry) => entry.layer === top && entry.keys.length > 0).reverse()
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const modified = event.ctrlKey || event.metaKey
  if (!modified && (isTyping(event.target) || (event.key.length === 1 && !singleKeys))) return
  const key = working()
    .flatMap((entry) => entry.keys)
    .find((candidate) => isKey(candidate.keys, event))
  if (!key) return
  event.preventDefault()
  key.run()
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="menu"], [role="listbox"]',
      ) !== null)
  )
}

function switchSingleKeys(on: boolean): void {
  singleKeys = on
  localStorage.setItem(REMEMBERED, on ? 'on' : 'off')
  changed()
}

function subscribe(hear: () => void): () => void {
  hearers.add(hear)
  return () => void hearers.delete(hear)
}

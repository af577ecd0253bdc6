import { ActionIcon } from '@mantine/core'
import { type Icon, IconBold, IconItalic, IconLink, IconList, IconListNumbers } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'
import { SMALL_ICON } from '../design/icon.ts'
import { useText } from '../text.tsx'
import { addLink, enterInList, toggleList, toggleMark, type Written } from './edits.ts'
import styles from './use-formatting.module.css'

type Formatting = {
  /** goes around a field as Mantine's `inputContainer` */
  container: (field: ReactNode) => ReactNode
  /** formats by key: Ctrl or Cmd with B or I, and Enter within a list; true where it did */
  onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean
}

/** Buttons and keys that format what is being written in a text area (JOB-5). */
export function useFormatting(
  field: RefObject<HTMLTextAreaElement | null>,
  onChange: (text: string) => void,
): Formatting {
  const t = useText()
  const caret = useRef<Written | null>(null)
  useLayoutEffect(() => {
    const [to, area] = [caret.current, field.current]
    if (!to || !area) return
    caret.current = null
    area.focus()
    area.setSelectionRange(to.start, to.end)
  })
  const put = (to: Written) => {
    caret.current = to
    onChange(to.text)
  }
  const act = (how: (now: Written) => Written) => {
    const area = field.current
    if (area) put(how({ text: area.value, start: area.selectionStart, end: area.selectionEnd }))
  }
  const tools: [label: string, icon: Icon, how: (now: Written) => Written][] = [
    [t('rich.bold'), IconBold, (now) => toggleMark(now, '**')],
    [t('rich.italic'), IconItalic, (now) => toggleMark(now, '*')],
    [t('rich.bullets'), IconList, (now) => toggleList(now, 'bullets')],
    [t('rich.numbers'), IconListNumbers, (now) => toggleList(now, 'numbers')],
    [t('rich.link'), IconLink, addLink],
  ]
  return {
    container: (area) => (
      <div className={styles.box}>
        {area}
        <div role="toolbar" aria-label={t('rich.toolbar')} className={styles.tools}>
          {tools.map(([label, ToolIcon, how]) => (
            <ActionIcon key={label} size="sm" aria-label={label} title={label} onClick={() => act(how)}>
              <ToolIcon {...SMALL_ICON} />
            </ActionIcon>
          ))}
        </div>
      </div>
    ),
    onKey: (event) => {
      const to = formattedByKey(event)
      if (!to) return false
      event.preventDefault()
      put(to)
      return true
    },
  }
}

function formattedByKey(event: KeyboardEvent<HTMLTextAreaElement>): Written | null {
  const { value: text, selectionStart: start, selectionEnd: end } = event.currentTarget
  const now = { text, start, end }
  if (event.nativeEvent.isComposing) return null
  if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey) return enterInList(now)
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return null
  if (event.key === 'b') return toggleMark(now, '**')
  return event.key === 'i' ? toggleMark(now, '*') : null
}

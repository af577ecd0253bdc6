import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { ICON } from './icon.ts'
import styles from './search-field.module.css'

const PAUSE_MS = 200

export type SearchFieldProps = {
  label: string
  /** what the list is narrowed to now; it lives in the URL */
  value: string
  /** told a moment after the last key, without blanks around it */
  onSearch: (text: string) => void
}

/** Narrows a list while one types; stands among its filters. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const send = useDebouncedCallback((typed: string) => onSearch(typed.trim()), PAUSE_MS)
  useEffect(() => {
    if (document.activeElement !== input.current) setText(value)
  }, [value])
  return (
    <TextInput
      ref={input}
      type="search"
      size="xs"
      className={styles.search}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch {...ICON} />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value)
      }}
    />
  )
}

import { Combobox, Textarea, useCombobox } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import { useFormatting } from '#web/rich/use-formatting.tsx'
import { useText } from '#web/text.tsx'
import { useMentionable } from './use-mentionable.ts'

export type MentionFieldProps = {
  value: string
  onChange: (typed: string) => void
  label?: string
  ariaLabel?: string
  placeholder?: string
  description?: string
  error?: ReactNode
  minRows?: number
  /** with buttons that format the text */
  tools?: true
}

/** What is being typed after an @, right before the caret. */
const BEGUN = /(?:^|\s)@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u
const MOST = 6

/** A formatted text in which an @ offers the names of colleagues; it holds them by name, as they are read (JOB-5, JOB-14). */
export function MentionField({ value, onChange, ariaLabel, minRows = 3, tools, ...shown }: MentionFieldProps) {
  const t = useText()
  const field = useRef<HTMLTextAreaElement>(null)
  const { container, onKey } = useFormatting(field, onChange)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [begun, setBegun] = useState<string | null>(null)
  const found = useFound(begun)
  const open = combobox.dropdownOpened && found.length > 0
  const look = (typed: string, caret: number) => {
    const word = BEGUN.exec(typed.slice(0, caret))?.[1] ?? null
    setBegun(word)
    if (word === null) combobox.closeDropdown()
    else combobox.openDropdown()
  }
  const pick = (name: string) => {
    const caret = field.current?.selectionStart ?? value.length
    const start = caret - (begun?.length ?? 0)
    onChange(`${value.slice(0, start)}${name} ${value.slice(caret)}`)
    setBegun(null)
    combobox.closeDropdown()
    field.current?.focus()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={pick} position="bottom-start">
      <Combobox.Target withKeyboardNavigation={open} withAriaAttributes={open}>
        <Textarea
          {...shown}
          {...(tools ? { inputContainer: container } : {})}
          aria-label={ariaLabel}
          ref={field}
          maxLength={10_000}
          autosize
          minRows={minRows}
          maxRows={16}
          value={value}
          onChange={(event) => {
            onChange(event.currentTarget.value)
            look(event.currentTarget.value, event.currentTarget.selectionStart)
            combobox.selectFirstOption()
          }}
          onKeyDown={(event) => {
            if (!open) onKey(event)
            if (event.key !== 'Escape' || !open) return
            event.stopPropagation()
            combobox.closeDropdown()
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!open}>
        <Combobox.Options aria-label={t('job.mention_menu')}>
          {found.map(({ id, name }) => (
            <Combobox.Option key={id} value={name}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function useFound(begun: string | null) {
  const members = useMentionable()
  if (begun === null) return []
  const sought = begun.toLocaleLowerCase()
  return members.filter(({ name, works }) => works && name.toLocaleLowerCase().includes(sought)).slice(0, MOST)
}

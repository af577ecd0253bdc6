import type { ComboboxItem, SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useText } from '#web/text.tsx'

const PAUSE_MS = 200

export type Choice = { value: string; label: string }
export type Choices = (Choice | { group: string; items: Choice[] })[]

/** A field whose choices are looked up by what is typed, because there may be more than a list can hold. */
export function useLookUp() {
  const t = useText()
  const [chosen, setChosen] = useState<ComboboxItem | null>(null)
  const [typed, setTyped] = useState('')
  const [sent] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const props = (choices: Choices | undefined): Partial<SelectProps> => ({
    data: withChosen(choices ?? [], chosen),
    searchable: true,
    searchValue: typed,
    onSearchChange: setTyped,
    filter: ({ options }) => options,
    nothingFoundMessage: t(choices ? 'add.none_found' : 'ui.loading'),
    value: chosen?.value ?? null,
    onChange: (_, choice) => setChosen(choice),
  })
  return {
    id: chosen?.value ?? null,
    /** what to look for; none: whatever there is */
    search: sent === '' || sent === chosen?.label ? undefined : sent,
    forget: () => {
      setChosen(null)
      setTyped('')
    },
    props,
  }
}

/** What was chosen stays among the choices while others are looked up. */
function withChosen(choices: Choices, chosen: ComboboxItem | null): Choices {
  const all = choices.flatMap((choice) => ('items' in choice ? choice.items : choice))
  if (!chosen || all.some(({ value }) => value === chosen.value)) return choices
  return [{ value: chosen.value, label: chosen.label }, ...choices]
}

import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

export type TextValues = Record<string, string | number>

/** Says the text of a key with its values filled in. */
export type Speak<Key extends string> = (key: Key, values?: TextValues) => string

/**
 * Speaks one language: texts are ICU MessageFormat, compiled when first said. `region` is the locale for numbers and
 * plurals where it is finer than the language ('en-GB').
 */
export function speaker<Key extends string>(locale: string, texts: Record<Key, string>, region = locale): Speak<Key> {
  const compiled = new Map<string, ReturnType<typeof compileMessage>>()
  const i18n = setupI18n({ locale, locales: region, messages: { [locale]: texts } })
  i18n.setMessagesCompiler((message) => {
    const known = compiled.get(message)
    if (known) return known
    const made = compileMessage(message)
    compiled.set(message, made)
    return made
  })
  return (key, values) => i18n._(key, values)
}

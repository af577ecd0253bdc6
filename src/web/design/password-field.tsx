import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useState } from 'react'
import { SHORTEST_PASSWORD } from '#kernel/password.ts'
import { useText } from '../text.tsx'

type Props = Omit<PasswordInputProps, 'visible' | 'onVisibilityChange'>

/** A password that can be looked at while it is typed. */
export function PasswordField(props: Props) {
  const t = useText()
  const [visible, setVisible] = useState(false)
  return (
    <PasswordInput
      {...props}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': t(visible ? 'login.hide_password' : 'login.show_password'),
        'aria-hidden': false,
        tabIndex: 0,
      }}
    />
  )
}

/** A password about to be set, with what is wanted of it. */
export function NewPasswordField(props: Props) {
  const t = useText()
  return (
    <PasswordField
      autoComplete="new-password"
      description={t('login.wanted', { shortest: SHORTEST_PASSWORD })}
      {...props}
    />
  )
}

import type { ReactNode } from 'react'
import { Page } from '../../design/page.tsx'
import { SettingsTabs } from '../../shell/settings-tabs.tsx'
import { useText } from '../../text.tsx'

export type SettingsPageProps = { actions?: ReactNode; bare?: boolean; children: ReactNode }

/** A page of the settings, under its tabs. */
export function SettingsPage({ actions, bare = false, children }: SettingsPageProps) {
  const t = useText()
  return (
    <Page title={t('nav.settings')} filters={<SettingsTabs />} actions={actions} bare={bare}>
      {children}
    </Page>
  )
}

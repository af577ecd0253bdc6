import { useMantineColorScheme } from '@mantine/core'
import { LOCALES, type Locale } from '#kernel/locale.ts'
import { Menu } from '../design/pop-up.tsx'
import { useReader, useText } from '../text.tsx'
import styles from './preferences.module.css'

/** The languages, each in its own words. */
export const LANGUAGES: Record<Locale, string> = { en: 'English', nl: 'Nederlands', de: 'Deutsch', sv: 'Svenska' }

const SCHEMES = ['auto', 'light', 'dark'] as const

/** Appearance and language, as items of a menu. `onLocale` also stores the choice with the person, not just here. */
export function PreferenceItems({ onLocale }: { onLocale?: ((locale: Locale) => void) | undefined }) {
  const t = useText()
  const { locale, setLocale } = useReader()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const choose = (chosen: string) => {
    setLocale(chosen as Locale)
    onLocale?.(chosen as Locale)
  }
  return (
    <>
      <Menu.Label>{t('shell.theme')}</Menu.Label>
      <Menu.RadioGroup value={colorScheme} onChange={(scheme) => setColorScheme(scheme as (typeof SCHEMES)[number])}>
        {SCHEMES.map((scheme) => (
          <Menu.RadioItem key={scheme} value={scheme}>
            {t(`shell.theme_${scheme}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Label>{t('shell.language')}</Menu.Label>
      <Menu.RadioGroup value={locale} onChange={choose}>
        {LOCALES.map((language) => (
          <Menu.RadioItem key={language} value={language} lang={language}>
            {LANGUAGES[language]}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  )
}

/** The languages side by side, under a sign-in page. */
export function LanguageRow() {
  const t = useText()
  const { locale, setLocale } = useReader()
  return (
    <nav aria-label={t('shell.language')}>
      <ul className={styles.languages}>
        {LOCALES.map((language) => (
          <li key={language}>
            <button
              type="button"
              className={styles.language}
              lang={language}
              aria-current={language === locale}
              onClick={() => setLocale(language)}
            >
              {LANGUAGES[language]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

import '@fontsource-variable/inter/wght.css'
import './theme/inter.css'
import './theme/layers.css'
import './theme/mantine-styles.ts'
import './theme/tokens.css'
import './theme/mantine.css'
import './theme/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { router } from './router.tsx'
import { Toasts } from './shell/toasts.tsx'
import { firstLocale, TextProvider } from './text.tsx'
import { allTexts, loadedTexts, needsFirstTexts, speak } from './texts/loaded.ts'
import { theme } from './theme/theme.ts'

const locale = firstLocale()
const texts = needsFirstTexts(location.pathname) ? speak(locale) : allTexts(locale)
void router.load() // meanwhile
await texts

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    {/* no style elements at run time: the variables stand in theme/mantine.css */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <TextProvider start={loadedTexts()!}>
        <QueryClientProvider client={router.options.context.queries}>
          <RouterProvider router={router} />
          <Toasts />
        </QueryClientProvider>
      </TextProvider>
    </MantineProvider>
  </StrictMode>,
)

// What is done before the app is there. A file of its own: inline scripts are forbidden.

// so that a dark page never flashes white
const chosen = localStorage.getItem('mantine-color-scheme-value')
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'

// What a board shows comes while its code does: asked for as src/web/api/call.ts will, which is given these answers then.
const board = /^\/workflow\/([\da-f-]{36})(\/|$)/.exec(location.pathname)?.[1]
const early = board && !location.search ? ['session', `pipelines/${board}/board`] : []
for (const path of early) {
  const link = document.createElement('link')
  document.head.append(
    Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: `/api/v1/${path}` }),
  )
}

/** Puts a text on the clipboard, also where the page came over plain http, where browsers offer no other way. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text).then(isDone, isRefused)
  const field = document.createElement('textarea')
  field.value = text
  const home = document.activeElement ?? document.body
  home.after(field)
  field.select()
  const isCopied = document.execCommand('copy')
  field.remove()
  if (home instanceof HTMLElement) home.focus()
  return isCopied
}

const isDone = () => true
/** the person or the browser's settings forbid it */
const isRefused = () => false

/** What a board says: the build leaves the rest of the language out (vite/texts.ts). */
export { texts } from './texts.sv.ts'

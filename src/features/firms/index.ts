export { createFirm, type NewFirm, takeNumbers } from './create-firm.ts'
